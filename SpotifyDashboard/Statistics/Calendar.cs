namespace SpotifyDashboard.Statistics;

/// <summary>Counted plays of every local day of a period.</summary>
/// <param name="TimeZone">IANA name of the zone whose days these are.</param>
/// <param name="Days">Every day from the period's first (or the first with a counted play) to its last (or the last with one), also those without plays.</param>
public sealed record Calendar(string TimeZone, IReadOnlyList<CalendarDay> Days)
{
    /// <summary>Counts the days of <paramref name="view"/>.</summary>
    public static Calendar Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        List<CalendarDay> days = [];
        if (SpanOf(view) is { } span)
        {
            for (var day = span.First.DayNumber; day <= span.Last.DayNumber; day++)
            {
                var date = DateOnly.FromDayNumber(day);
                days.Add(new CalendarDay(date, view.Days.PlaysOn(date), view.Days.MsOn(date)));
            }
        }

        return new Calendar(view.Zone.Id, days);
    }

    /// <summary>The first and the last day that the calendar of <paramref name="view"/> lists; null where it lists none.</summary>
    internal static (DateOnly First, DateOnly Last)? SpanOf(ListeningView view)
    {
        var first = view.Period.From ?? view.Days.First;
        var last = view.Period.To ?? Later(view.Days.Last, view.Period.From);
        return first is { } from && last is { } to && from <= to ? (from, to) : null;
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;
}
