using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Session;

/// <summary>A period as people say it.</summary>
public static class PeriodWords
{
    /// <summary>"Last 4 weeks", "2025", "March 2026", "3 Jan – 14 Feb 2026", "since 3 Jan 2026" or "All time".</summary>
    /// <param name="period">The period.</param>
    /// <param name="today">The listener's current local day.</param>
    public static string Of(Period period, DateOnly today) => PeriodPreset.Find(period, today)?.Name ?? period switch
    {
        { From: { } from, To: { } to } => Between(from, to),
        { From: { } from } => $"since {Day(from)}",
        { To: { } to } => $"until {Day(to)}",
        _ => "All time",
    };

    private static string Between(DateOnly from, DateOnly to) => (from, to) switch
    {
        _ when from == to => Day(from),
        ({ Day: 1, Month: 1 }, { Day: 31, Month: 12 }) when from.Year == to.Year => from.Year.ToString(CultureInfo.InvariantCulture),
        ({ Day: 1 }, _) when from.AddMonths(1).AddDays(-1) == to => from.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ when from.Year == to.Year => $"{from.ToString("d MMM", CultureInfo.InvariantCulture)} – {Day(to)}",
        _ => $"{Day(from)} – {Day(to)}",
    };

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
