namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Every play of a log that came back to a favourite after a long time without it, in order of the plays.</summary>
/// <param name="Plays">The returning plays.</param>
/// <param name="Before">For each the play of the same recording before it.</param>
/// <param name="PlaysBefore">For each how many counted plays of the recording came before.</param>
internal sealed record Returns(int[] Plays, int[] Before, int[] PlaysBefore)
{
    private const long LeastAwayMs = 180L * 86_400_000;
    private const int LeastPlaysBefore = 5;

    /// <summary>One pass over the log.</summary>
    public static Returns Of(LogFacts facts)
    {
        var started = facts.Log.StartedMs;
        var tracks = facts.Log.TrackIndexes;
        var countsAs = facts.Log.Catalogue.CountsAs;
        var counted = facts.Counted;
        var last = new int[facts.Log.Catalogue.Tracks.Count];
        var plays = new int[last.Length];
        List<int> returns = [];
        List<int> before = [];
        List<int> playsBefore = [];
        for (var index = 0; index < tracks.Length; index++)
        {
            if (!counted.Counts(index))
            {
                continue;
            }

            var track = countsAs[tracks[index]];
            if (plays[track] >= LeastPlaysBefore && started[index] - started[last[track]] >= LeastAwayMs)
            {
                returns.Add(index);
                before.Add(last[track]);
                playsBefore.Add(plays[track]);
            }

            last[track] = index;
            plays[track]++;
        }

        return new Returns([.. returns], [.. before], [.. playsBefore]);
    }

    /// <summary>Places of the returns from the play <paramref name="first"/> to before the play <paramref name="end"/>.</summary>
    public Range Within(int first, int end) => PlaceOf(first)..PlaceOf(end);

    private int PlaceOf(int play) => Array.BinarySearch(Plays, play) is var place && place >= 0 ? place : ~place;
}
