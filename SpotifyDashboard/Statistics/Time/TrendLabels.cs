using System.Globalization;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>What is written at the stretches of a trend.</summary>
internal static class TrendLabels
{
    /// <summary>What the labels are: "Month".</summary>
    public static string NameOf(TrendBucket by) => by.ToString();

    /// <summary>One label per point: "Mon 3 Mar, 14:00", "3 Mar 2026", "week of 2 Mar 2026", "Mar 2026", "2026".</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<TrendPoint> points, TrendBucket by) => [.. points.Select(point => by switch
    {
        TrendBucket.Hour => $"{Say(point.Day, "ddd d MMM")}, {point.Start[^2..]}:00",
        TrendBucket.Week => $"week of {Said.Day(point.Day)}",
        TrendBucket.Month => Say(point.Day, "MMM yyyy"),
        TrendBucket.Year => Say(point.Day, "yyyy"),
        _ => Said.Day(point.Day),
    })];

    private static string Say(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
