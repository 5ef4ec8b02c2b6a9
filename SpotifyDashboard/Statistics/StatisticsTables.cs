using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Statistics;

/// <summary>The first statistics as tables for a spreadsheet.</summary>
internal static class StatisticsTables
{
    private const int HoursPerDay = 24;

    /// <summary>One row for the period, one for the stretch before.</summary>
    public static CsvTable Of(Summary summary) => CsvTable.Of(
        ["stretch", "plays", "minutes", "tracks", "artists", "albums", "streak", "longestStreak", "estimatedShare"],
        new[] { ("period", Row: summary), ("previous", Row: summary.Previous) }.Where(line => line.Row is not null),
        line => [line.Item1, line.Row?.Plays, line.Row?.Minutes, line.Row?.Tracks, line.Row?.Artists, line.Row?.Albums, line.Row?.Streak, line.Row?.LongestStreak, line.Row?.EstimatedShare]);

    /// <summary>One row per place.</summary>
    public static CsvTable Of(IReadOnlyList<TopItem> items) => CsvTable.Of(
        ["rank", "previousRank", "id", "name", "artist", "plays", "ms"],
        items,
        item => [item.Rank, item.PreviousRank, item.Id, item.Name, item.Artist, item.Plays, item.Ms]);

    /// <summary>One row per weekday (1 Monday to 7 Sunday) and hour.</summary>
    public static CsvTable Of(Heatmap heatmap) => CsvTable.Of(
        ["weekday", "hour", "plays", "ms"],
        Enumerable.Range(0, heatmap.Plays.Count * HoursPerDay),
        cell => [(cell / HoursPerDay) + 1, cell % HoursPerDay, heatmap.Plays[cell / HoursPerDay][cell % HoursPerDay], heatmap.Ms[cell / HoursPerDay][cell % HoursPerDay]]);

    /// <summary>One row per day.</summary>
    public static CsvTable Of(Calendar calendar) => CsvTable.Of(["date", "plays", "ms"], calendar.Days, day => [day.Date, day.Plays, day.Ms]);
}
