using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>Counted plays of every local day of a period.</summary>
/// <param name="TimeZone">IANA name of the zone whose days these are.</param>
/// <param name="Days">Every day from the period's first (or the first with a counted play) to its last (or the last with one), also those without plays; none where an open end finds no counted play.</param>
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
        var counted = CountedDaysOf(view);
        var first = view.Period.From ?? counted?.First;
        var last = view.Period.To ?? counted?.Last;
        return first is { } from && last is { } to && from <= to ? (from, to) : null;
    }

    /// <summary>The first and the last day with a counted play, looked for from both ends of each run.</summary>
    private static (DateOnly First, DateOnly Last)? CountedDaysOf(ListeningView view)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var run in view.Runs)
        {
            var (begin, end) = (run.First, run.End - 1);
            while (begin <= end && !view.Counted.Counts(begin))
            {
                begin++;
            }

            while (end > begin && !view.Counted.Counts(end))
            {
                end--;
            }

            if (begin <= end)
            {
                first = Math.Min(first, ZoneOffsets.DayNumber(view.Log.StartedMs[begin] + run.OffsetMs));
                last = Math.Max(last, ZoneOffsets.DayNumber(view.Log.StartedMs[end] + run.OffsetMs));
            }
        }

        return first > last ? null : (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last));
    }
}
