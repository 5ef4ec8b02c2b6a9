namespace SpotifyDashboard.Narrative.Facts;

/// <summary>A turn from one mood to another within a period. Defined in docs/statistics.md, "Drift of a story".</summary>
/// <param name="Piece">The first piece (day, week, month) after the turn.</param>
/// <param name="From">The mood that led before.</param>
/// <param name="To">The mood that led after.</param>
/// <param name="ShareBefore">Share of <paramref name="From"/> before the turn, 0 to 1.</param>
/// <param name="ShareAfter">Share of <paramref name="To"/> after the turn, 0 to 1.</param>
internal sealed record MoodShift(int Piece, int From, int To, double ShareBefore, double ShareAfter)
{
    private const int LeastKnown = 15;
    private const double LeastCoverage = 0.5;
    private const double LeastRise = 0.2;
    private const double LeastFall = 0.1;

    /// <summary>Standard errors: nearly one in a thousand by chance, and there are several places to turn at.</summary>
    private const double LeastErrors = 3;

    /// <summary>The clearest turn; null where there is none that is clear.</summary>
    /// <param name="pieces">Of each piece of the period in order, the counted plays of each mood.</param>
    /// <param name="plays">Of each piece, all counted plays.</param>
    public static MoodShift? Find(IReadOnlyList<int[]> pieces, IReadOnlyList<int> plays)
    {
        (MoodShift Shift, double Errors)? best = null;
        for (var piece = 1; piece < pieces.Count; piece++)
        {
            if (At(piece, Side(pieces, plays, 0, piece), Side(pieces, plays, piece, pieces.Count)) is { } found && !(found.Errors <= best?.Errors))
            {
                best = found;
            }
        }

        return best?.Shift;
    }

    private static (MoodShift Shift, double Errors)? At(int piece, MoodSide before, MoodSide after)
    {
        if (!before.IsEnough || !after.IsEnough || before.Leader is not { } from || after.Leader is not { } to || from == to)
        {
            return null;
        }

        var (rise, fall) = (after.ShareOf(to) - before.ShareOf(to), before.ShareOf(from) - after.ShareOf(from));
        var errors = rise / StandardError(before, after, to);
        return rise >= LeastRise && fall >= LeastFall && errors >= LeastErrors
            ? (new MoodShift(piece, from, to, before.ShareOf(from), after.ShareOf(to)), errors)
            : null;
    }

    /// <summary>Of the difference of two shares, were they one.</summary>
    private static double StandardError(MoodSide before, MoodSide after, int mood)
    {
        var share = (double)(before.Moods[mood] + after.Moods[mood]) / (before.Known + after.Known);
        return Math.Sqrt(share * (1 - share) * ((1.0 / before.Known) + (1.0 / after.Known)));
    }

    private static MoodSide Side(IReadOnlyList<int[]> pieces, IReadOnlyList<int> plays, int first, int end)
    {
        var moods = new int[pieces[0].Length];
        var all = 0;
        for (var piece = first; piece < end; piece++)
        {
            all += plays[piece];
            for (var mood = 0; mood < moods.Length; mood++)
            {
                moods[mood] += pieces[piece][mood];
            }
        }

        return new MoodSide(moods, all);
    }

    /// <summary>One side of a turn.</summary>
    private sealed record MoodSide(int[] Moods, int Plays)
    {
        public int Known { get; } = Moods.Sum();

        public bool IsEnough => Known >= LeastKnown && Known >= LeastCoverage * Plays;

        /// <summary>The mood with most plays; null where two share that place.</summary>
        public int? Leader => Moods.Max() is var most && Moods.Count(plays => plays == most) == 1 ? Array.IndexOf(Moods, most) : null;

        public double ShareOf(int mood) => (double)Moods[mood] / Known;
    }
}
