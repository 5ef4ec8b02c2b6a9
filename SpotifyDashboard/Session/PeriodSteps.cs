using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Session;

/// <summary>The periods before and after one: whole years and months step by the calendar, others by their own length.</summary>
public static class PeriodSteps
{
    /// <summary>The period just before; null where <paramref name="period"/> has an open end or time itself begins.</summary>
    public static Period? Before(Period period) => Step(period, -1);

    /// <summary>The period just after; null where it would begin after <paramref name="today"/> or <paramref name="period"/> has an open end.</summary>
    public static Period? After(Period period, DateOnly today) => Step(period, 1) is { } next && next.From <= today ? next : null;

    private static Period? Step(Period period, int by)
    {
        if (period is not { From: { } from, To: { } to })
        {
            return null;
        }

        var nextDay = to.AddDays(to == DateOnly.MaxValue ? 0 : 1);
        if (from.Day == 1 && nextDay.Day == 1)
        {
            var months = (nextDay.Year - from.Year) * 12 + nextDay.Month - from.Month;
            return Reaches(from, months * by) ? new Period(from.AddMonths(months * by), nextDay.AddMonths(months * by).AddDays(-1)) : null;
        }

        var days = (to.DayNumber - from.DayNumber + 1) * by;
        return from.DayNumber + days < 0 || to.DayNumber + days > DateOnly.MaxValue.DayNumber
            ? null
            : new Period(from.AddDays(days), to.AddDays(days));
    }

    private static bool Reaches(DateOnly from, int months) =>
        (from.Year - 1) * 12 + from.Month - 1 + months >= 0 && (from.Year * 12) + from.Month + (2 * months) < DateOnly.MaxValue.Year * 12;
}
