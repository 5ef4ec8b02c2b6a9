using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>The moods of a listener's plays over time: by week, by month with the drift between months, and along their sessions.</summary>
/// <param name="K">Number of moods on the map; 0 while no track has audio features.</param>
/// <param name="Known">Counted plays whose track has a mood.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Coverage">Known ÷ plays; null without plays.</param>
/// <param name="Moods">The moods in the order of their numbers, 0 to K − 1.</param>
/// <param name="Weeks">Each local week, Monday first.</param>
/// <param name="Months">Each local month.</param>
/// <param name="AlongSession">The four quarters of a session.</param>
public sealed record MoodTrend(
    int K,
    int Known,
    int Plays,
    double? Coverage,
    IReadOnlyList<MoodTrend.Mood> Moods,
    IReadOnlyList<MoodTrend.Week> Weeks,
    IReadOnlyList<MoodTrend.Month> Months,
    IReadOnlyList<MoodTrend.Quarter> AlongSession)
{
    /// <summary>Counts the plays of <paramref name="view"/> by the moods of <paramref name="map"/>.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="map">The moods of the listener's library.</param>
    public static MoodTrend Of(ListeningView view, MoodMap map)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(map);
        var moods = new MoodOfTracks(map, view.Log.Catalogue);
        var tally = MoodTally.Of(view, moods);
        var all = new MoodCounts(moods.Count);
        foreach (var month in tally.OfMonths)
        {
            all.Add(month);
        }

        var shares = all.Shares;
        return new MoodTrend(
            moods.Count,
            all.Known,
            all.Plays,
            all.Plays == 0 ? null : (double)all.Known / all.Plays,
            [.. map.Moods.Select(mood => new Mood(mood.Number, mood.Name, all.Of(mood.Number), shares?[mood.Number]))],
            [.. tally.OfWeeks.Select((week, index) => new Week(tally.Weeks.StartOf(index), week.Known, week.Shares))],
            MonthsOf(tally),
            [.. tally.Sessions.Quarters.Select(quarter => new Quarter(quarter.Known, quarter.Shares))]);
    }

    private static List<Month> MonthsOf(MoodTally tally)
    {
        List<Month> rows = new(tally.OfMonths.Count);
        double[]? before = null;
        for (var month = 0; month < tally.OfMonths.Count; month++)
        {
            var centroid = tally.CentroidOf(month);
            rows.Add(new Month(tally.Months.StartOf(month), tally.OfMonths[month].Known, tally.OfMonths[month].Shares, Drift(before, centroid)));
            before = centroid ?? before;
        }

        return rows;
    }

    private static double? Drift(double[]? before, double[]? now) => before is null || now is null
        ? null
        : Math.Sqrt(now.Select((value, feature) => (value - before[feature]) * (value - before[feature])).Sum() / now.Length);

    /// <summary>One mood of the map.</summary>
    /// <param name="Id">Its number, from 0.</param>
    /// <param name="Name">Its name on the map.</param>
    /// <param name="Known">Counted plays in it.</param>
    /// <param name="Share">Their share of the known plays; null where none is known.</param>
    public sealed record Mood(int Id, string Name, int Known, double? Share);

    /// <summary>One local week.</summary>
    /// <param name="Start">Its Monday.</param>
    /// <param name="Known">Counted plays whose track has a mood.</param>
    /// <param name="Shares">Share of each mood of these; null where there are none.</param>
    public sealed record Week(DateOnly Start, int Known, IReadOnlyList<double>? Shares);

    /// <summary>One local month.</summary>
    /// <param name="Start">Its first day.</param>
    /// <param name="Known">Counted plays whose track has a mood.</param>
    /// <param name="Shares">Share of each mood of these; null where there are none.</param>
    /// <param name="Drift">How far its sound lies from that of the latest month before it with known plays, in deviations; null for the first.</param>
    public sealed record Month(DateOnly Start, int Known, IReadOnlyList<double>? Shares, double? Drift);

    /// <summary>One quarter of a session's plays.</summary>
    /// <param name="Known">Counted plays whose track has a mood.</param>
    /// <param name="Shares">Share of each mood of these; null where there are none.</param>
    public sealed record Quarter(int Known, IReadOnlyList<double>? Shares);
}
