using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative;

/// <summary>A week, month or year that gets a story once it has ended.</summary>
/// <param name="Occasion">Which of the three.</param>
/// <param name="Period">Its first and last local day.</param>
/// <param name="Key">What it is known by: <c>2026-W47</c>, <c>2026-11</c>, <c>2026</c>.</param>
internal sealed record ScheduledPeriod(NarrativeOccasion Occasion, Period Period, string Key)
{
    /// <summary>Those that come by themselves, the shortest first.</summary>
    public static IReadOnlyList<NarrativeOccasion> Occasions { get; } = [NarrativeOccasion.Weekly, NarrativeOccasion.Monthly, NarrativeOccasion.Yearly];

    /// <summary>The latest one that ended before <paramref name="today"/>.</summary>
    /// <param name="occasion">Weekly, monthly or yearly.</param>
    /// <param name="today">A local day of the listener.</param>
    public static ScheduledPeriod LatestEnded(NarrativeOccasion occasion, DateOnly today)
    {
        switch (occasion)
        {
            case NarrativeOccasion.Weekly:
                var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - 7);
                var moment = monday.ToDateTime(TimeOnly.MinValue);
                return Of(occasion, monday, monday.AddDays(6), string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(moment)}-W{ISOWeek.GetWeekOfYear(moment):00}"));
            case NarrativeOccasion.Monthly:
                var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
                return Of(occasion, first, first.AddMonths(1).AddDays(-1), first.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            case NarrativeOccasion.Yearly:
                var year = today.Year - 1;
                return Of(occasion, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), year.ToString("0000", CultureInfo.InvariantCulture));
            default:
                throw new ArgumentOutOfRangeException(nameof(occasion), occasion, "Only weeks, months and years end by themselves.");
        }
    }

    private static ScheduledPeriod Of(NarrativeOccasion occasion, DateOnly from, DateOnly to, string key) => new(occasion, new Period(from, to), key);
}
