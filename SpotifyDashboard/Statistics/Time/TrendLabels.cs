using System.Globalization;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>What is written at the stretches of a trend.</summary>
internal static class TrendLabels
{
    /// <summary>What the labels are: "Month", "Week of".</summary>
    public static string NameOf(TrendBucket by) => by == TrendBucket.Week ? "Week of" : by.ToString();

    /// <summary>A label within a sentence: "the week of 2 Mar 2026".</summary>
    public static string InWords(string label, TrendBucket by) => by == TrendBucket.Week ? $"the week of {label}" : label;

    /// <summary>One label per point: "Mon 3 Mar, 14:00", "3 Mar 2026", of a week its Monday, "Mar 2026", "2026".</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<TrendPoint> points, TrendBucket by) => [.. points.Select(point => by switch
    {
        TrendBucket.Hour => $"{Say(point.Day, "ddd d MMM")}, {point.Start[^2..]}:00",
        TrendBucket.Month => Said.ShortMonth(point.Day),
        TrendBucket.Year => Say(point.Day, "yyyy"),
        _ => Said.Day(point.Day),
    })];

    private static string Say(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
