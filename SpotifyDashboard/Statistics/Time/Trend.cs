using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>Counted plays and their time by hour, day, week, month or year, stretches without music included.</summary>
/// <param name="TimeZone">IANA name of the zone whose days and hours these are.</param>
/// <param name="By">hour, day, week, month or year.</param>
/// <param name="Points">Every stretch from the first day that <see cref="Calendar"/> lists to the last.</param>
/// <param name="Previous">The same of the equally long stretch before; null where the period has no first day.</param>
public sealed record Trend(string TimeZone, string By, IReadOnlyList<TrendPoint> Points, IReadOnlyList<TrendPoint>? Previous)
{
    private const int HoursPerDay = 24;
    private const long HourMs = 3_600_000;

    /// <summary>Whether so many days can be listed by <paramref name="by"/>: 400 by hour, else 40,000.</summary>
    public static bool Fits(ListeningView view, TrendBucket by) =>
        Calendar.SpanOf(view) is not { } span || span.Last.DayNumber - span.First.DayNumber < TrendBuckets.MostDaysBy(by);

    /// <summary>Counts the plays of <paramref name="view"/> and of the stretch before it.</summary>
    /// <param name="view">The plays; they fit (<see cref="Fits"/>).</param>
    /// <param name="by">How long the stretches are.</param>
    public static Trend Of(ListeningView view, TrendBucket by)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new Trend(view.Zone.Id, TrendBuckets.NameOf(by), PointsOf(view, by), view.Previous() is { } previous ? PointsOf(previous, by) : null);
    }

    private static List<TrendPoint> PointsOf(ListeningView view, TrendBucket by)
    {
        if (Calendar.SpanOf(view) is not var (first, last))
        {
            return [];
        }

        return by == TrendBucket.Hour ? ByHour(view, first, last) : ByDays(view.Days, first, last, by);
    }

    private static List<TrendPoint> ByDays(DayTotals days, DateOnly first, DateOnly last, TrendBucket by)
    {
        List<TrendPoint> points = [];
        for (var next = first.DayNumber; next <= last.DayNumber;)
        {
            var start = TrendBuckets.StartOf(DateOnly.FromDayNumber(next), by);
            var (plays, ms) = (0, 0L);
            for (var end = Math.Min(TrendBuckets.EndOf(start, by).DayNumber, last.DayNumber); next <= end; next++)
            {
                var day = DateOnly.FromDayNumber(next);
                plays += days.PlaysOn(day);
                ms += days.MsOn(day);
            }

            points.Add(new TrendPoint(Format(start), plays, ms) { Day = start });
        }

        return points;
    }

    /// <summary>By the hours that clocks show: of a day of 23 hours one stays empty, of a day of 25 hours one holds two.</summary>
    private static List<TrendPoint> ByHour(ListeningView view, DateOnly first, DateOnly last)
    {
        var plays = new int[(last.DayNumber - first.DayNumber + 1) * HoursPerDay];
        var ms = new long[plays.Length];
        var started = view.Log.StartedMs;
        var played = view.Log.MsPlayed;
        var counted = view.Counted;
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (counted.Counts(index))
                {
                    var local = started[index] + run.OffsetMs;
                    var day = ZoneOffsets.DayNumber(local) - first.DayNumber;
                    var hour = (day * HoursPerDay) + (int)(((local % (HoursPerDay * HourMs)) + (HoursPerDay * HourMs)) % (HoursPerDay * HourMs) / HourMs);
                    plays[hour]++;
                    ms[hour] += played[index];
                }
            }
        }

        return [.. plays.Select((count, hour) => PointOf(first.AddDays(hour / HoursPerDay), hour % HoursPerDay, count, ms[hour]))];
    }

    private static TrendPoint PointOf(DateOnly day, int hour, int plays, long ms) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Format(day)}T{hour:00}"), plays, ms) { Day = day };

    private static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
