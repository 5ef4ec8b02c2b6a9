namespace SpotifyDashboard.Statistics.Taste;

/// <summary>How little known a listener's plays are: 100 minus their mean popularity.</summary>
/// <param name="Score">0 to 100, to one decimal; null while the popularity of too few plays is known.</param>
/// <param name="Known">Counted plays whose popularity is known.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Coverage">Known ÷ plays; null without plays.</param>
/// <param name="Source">Who tells the popularity.</param>
/// <param name="Months">The same for each local month.</param>
/// <param name="LeastPopular">The least popular recordings played several times.</param>
public sealed record HipsterScore(
    double? Score,
    int Known,
    int Plays,
    double? Coverage,
    string Source,
    IReadOnlyList<HipsterScore.Month> Months,
    IReadOnlyList<HipsterScore.Track> LeastPopular)
{
    /// <summary>Below this share of plays with a known popularity the score is withheld.</summary>
    public const double LeastCoverage = 0.3;

    private const int MostRows = 10;
    private const int LeastPlays = 3;
    private const string ReccoBeats = "ReccoBeats";

    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    public static HipsterScore Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var marks = new TrackMarks(view.Log.Catalogue, track => track.Popularity, standingFirst: false);
        var months = LocalMonths.Of(view);
        List<Month> rows = new(months.Count);
        var all = default(MarkedPlays);
        for (var month = 0; month < months.Count; month++)
        {
            var plays = marks.Sum(view, months.RunsOf(month));
            rows.Add(new Month(months.StartOf(month), plays.Known, plays.Plays, ScoreOf(plays)));
            all += plays;
        }

        return new HipsterScore(ScoreOf(all), all.Known, all.Plays, all.Coverage, ReccoBeats, rows, LeastPopularOf(view, marks));
    }

    /// <summary>Decimal, so that a half is a half: 100 − 78.15 must round to 21.9.</summary>
    private static double? ScoreOf(MarkedPlays plays) =>
        plays.Coverage >= LeastCoverage ? (double)Math.Round(100 - ((decimal)plays.Sum / plays.Known), 1, MidpointRounding.AwayFromZero) : null;

    private static Track[] LeastPopularOf(ListeningView view, TrackMarks marks)
    {
        var catalogue = view.Log.Catalogue;
        var plays = view.Tracks.Plays.ToArray();
        var popularity = PopularityOfRecordings(view, marks);
        var tracks = Enumerable.Range(0, plays.Length).Where(track => plays[track] >= LeastPlays && popularity[track] >= 0);
        return [.. FirstFew.Of(tracks, MostRows, Compare).Select(Row)];

        int Compare(int x, int y)
        {
            var byPopularity = popularity[x].CompareTo(popularity[y]);
            var byPlays = byPopularity != 0 ? byPopularity : plays[y].CompareTo(plays[x]);
            return byPlays != 0 ? byPlays : TrackOrder.ByName(catalogue, x, y);
        }

        Track Row(int index)
        {
            var track = catalogue.Tracks[index];
            return new Track(track.PublicId, track.Title, catalogue.Artists[track.ArtistIndex].Name, popularity[index], plays[index]);
        }
    }

    /// <summary>The popularity of the track that stands for a recording; where it has none, of the earliest played track that has one.</summary>
    private static short[] PopularityOfRecordings(ListeningView view, TrackMarks marks)
    {
        var own = marks.Own;
        var countsAs = view.Log.Catalogue.CountsAs;
        var mayHelp = new bool[own.Length];
        for (var track = 0; track < mayHelp.Length; track++)
        {
            mayHelp[track] = own[track] >= 0 && own[countsAs[track]] < 0;
        }

        var popularity = own.ToArray();
        if (!mayHelp.Contains(true))
        {
            return popularity;
        }

        var tracks = view.Log.TrackIndexes;
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                var track = tracks[index];
                if (mayHelp[track] && popularity[countsAs[track]] < 0 && view.Counted.Counts(index))
                {
                    popularity[countsAs[track]] = own[track];
                }
            }
        }

        return popularity;
    }

    /// <summary>One local month.</summary>
    /// <param name="Start">Its first day.</param>
    /// <param name="Known">Counted plays whose popularity is known.</param>
    /// <param name="Plays">Counted plays.</param>
    /// <param name="Score">0 to 100, to one decimal; null while too few are known.</param>
    public sealed record Month(DateOnly Start, int Known, int Plays, double? Score);

    /// <summary>One recording.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="Name">Its title.</param>
    /// <param name="Artist">Its artist.</param>
    /// <param name="Popularity">0 to 100.</param>
    /// <param name="Plays">Counted plays.</param>
    public sealed record Track(string Id, string Name, string Artist, int Popularity, int Plays);
}
