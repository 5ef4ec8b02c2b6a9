using System.Globalization;
using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>The statistics over time as tables for a spreadsheet.</summary>
internal static class TimeTables
{
    /// <summary>One row per stretch, beside it the one at the same place in the time before.</summary>
    public static CsvTable Of(Trend trend) => CsvTable.Of(
        ["start", "plays", "ms", "previousStart", "previousPlays", "previousMs"],
        Enumerable.Range(0, Math.Max(trend.Points.Count, trend.Previous?.Count ?? 0)).Select(place => (Now: At(trend.Points, place), Before: At(trend.Previous, place))),
        row => [row.Now?.Start, row.Now?.Plays, row.Now?.Ms, row.Before?.Start, row.Before?.Plays, row.Before?.Ms]);

    /// <summary>One row per figure, hour, weekday (1 Monday to 7 Sunday), class of lengths (by its lower bound) and long session (by its start).</summary>
    public static CsvTable Of(Sessions sessions)
    {
        List<(string Part, string Key, object? Value)> rows =
        [
            ("all", "pauseMinutes", sessions.PauseMinutes),
            ("all", "count", sessions.Count),
            ("all", "totalMs", sessions.TotalMs),
            ("all", "meanMs", sessions.MeanMs),
            ("all", "medianMs", sessions.MedianMs),
            ("all", "meanPlays", sessions.MeanPlays),
            .. sessions.ByHour.Select((count, hour) => ("byHour", Say(hour), (object?)count)),
            .. sessions.ByWeekday.Select((count, weekday) => ("byWeekday", Say(weekday + 1), (object?)count)),
            .. sessions.Lengths.Select(lengths => ("lengths", Say(lengths.FromMinutes), (object?)lengths.Count)),
            .. sessions.Longest.Select(session => ("longestMs", session.StartedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), (object?)session.Ms)),
        ];
        return CsvTable.Of(["part", "key", "value"], rows, row => [row.Part, row.Key, row.Value]);
    }

    /// <summary>One row per run of days.</summary>
    public static CsvTable Of(StreakList streaks) => CsvTable.Of(["from", "to", "days"], streaks.List, run => [run.From, run.To, run.Days]);

    /// <summary>One row per number reached, then one per number to come, without a moment but with how many there are.</summary>
    public static CsvTable Of(Milestones milestones) => new(
        ["kind", "value", "at", "id", "name", "artist", "have"],
        milestones.Reached.Select(reached => new object?[] { NameOf(reached.Kind), reached.Value, reached.At, reached.Id, reached.Name, reached.Artist, null })
            .Concat(milestones.Next.Select(next => new object?[] { NameOf(next.Kind), next.Value, null, null, null, null, next.Have })));

    private static string NameOf(MilestoneKind kind) => kind switch
    {
        MilestoneKind.Plays => "plays",
        MilestoneKind.Hours => "hours",
        MilestoneKind.Tracks => "tracks",
        _ => "artists",
    };

    private static TrendPoint? At(IReadOnlyList<TrendPoint>? points, int place) => place < points?.Count ? points[place] : null;

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
