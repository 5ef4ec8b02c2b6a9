using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Recap;

/// <summary>The calendar year or month that a recap tells of, in the listener's local days.</summary>
/// <param name="Year">1 to 9998.</param>
/// <param name="Month">1 to 12; null for the whole year.</param>
public sealed record RecapSpan(int Year, int? Month)
{
    private const int LatestYear = 9998;

    /// <summary>Its first day.</summary>
    public DateOnly First => new(Year, Month ?? 1, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Last => Month is null ? new DateOnly(Year, 12, 31) : First.AddMonths(1).AddDays(-1);

    /// <summary>"2026" or "March 2026".</summary>
    public string Words => First.ToString(Month is null ? "yyyy" : "MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Its page.</summary>
    public string Path => Month is { } month
        ? string.Create(CultureInfo.InvariantCulture, $"/recap/{Year}/{month}")
        : string.Create(CultureInfo.InvariantCulture, $"/recap/{Year}");

    /// <summary>The year or month before; null before the first there is.</summary>
    public RecapSpan? Before => Month is null ? Find(Year - 1, null) : First == DateOnly.MinValue ? null : Of(First.AddMonths(-1));

    /// <summary>The year or month after; null after the last there is.</summary>
    public RecapSpan? After => Month is null ? Find(Year + 1, null) : Of(First.AddMonths(1)) is var next && next.Year > LatestYear ? null : Of(First.AddMonths(1));

    /// <summary>The span, or null where there is no such year or month.</summary>
    public static RecapSpan? Find(int year, int? month) => year is >= 1 and <= LatestYear && month is null or (>= 1 and <= 12) ? new RecapSpan(year, month) : null;

    /// <summary>Its days up to today: a year that is not over has no later ones.</summary>
    public Period PeriodOn(DateOnly today) => new(First, IsSoFar(today) ? today : Last);

    /// <summary>The same days of the year before, or of the month a year before: what it is compared with.</summary>
    public Period YearBeforeOn(DateOnly today) => new(First.AddYears(-1), IsSoFar(today) ? today.AddYears(-1) : First.AddYears(-1).AddMonths(Month is null ? 12 : 1).AddDays(-1));

    /// <summary>Whether it is not over yet.</summary>
    public bool IsSoFar(DateOnly today) => First <= today && today < Last;

    private static RecapSpan Of(DateOnly day) => new(day.Year, day.Month);
}
