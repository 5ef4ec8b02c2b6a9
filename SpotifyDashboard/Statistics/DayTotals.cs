using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>Counted plays and milliseconds of each local day, from the first day with a counted play to the last.</summary>
public sealed class DayTotals
{
    private const long DayMs = 86_400_000;

    private readonly int _firstDay;
    private readonly int[] _plays;
    private readonly long[] _ms;

    private DayTotals(int firstDay, int[] plays, long[] ms)
    {
        _firstDay = firstDay;
        _plays = plays;
        _ms = ms;
    }

    /// <summary>The first local day with a counted play; null where no play counts.</summary>
    public DateOnly? First => _plays.Length == 0 ? null : DateOnly.FromDayNumber(_firstDay);

    /// <summary>The last local day with a counted play; null where no play counts.</summary>
    public DateOnly? Last => _plays.Length == 0 ? null : DateOnly.FromDayNumber(_firstDay + _plays.Length - 1);

    /// <summary>Counted plays that began on <paramref name="day"/>; 0 on a day without.</summary>
    public int PlaysOn(DateOnly day) => IndexOf(day) is { } index ? _plays[index] : 0;

    /// <summary>Milliseconds of the counted plays that began on <paramref name="day"/>.</summary>
    public long MsOn(DateOnly day) => IndexOf(day) is { } index ? _ms[index] : 0;

    /// <summary>Sums up the plays of <paramref name="view"/>.</summary>
    public static DayTotals Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Runs.Count == 0)
        {
            return new DayTotals(0, [], []);
        }

        // A day may reach into two runs, and where clocks fall back across midnight the later run may begin on the earlier day.
        var (firstDay, lastDay) = SpanOf(view);
        var started = view.Log.StartedMs;
        var played = view.Log.MsPlayed;
        var counted = view.Counted;
        var plays = new int[lastDay - firstDay + 1];
        var ms = new long[plays.Length];
        foreach (var run in view.Runs)
        {
            var nextDay = long.MinValue;
            var day = 0;
            for (var index = run.First; index < run.End; index++)
            {
                var local = started[index] + run.OffsetMs;
                if (local >= nextDay)
                {
                    day = ZoneOffsets.DayNumber(local) - firstDay;
                    nextDay = local + DayMs - (((local % DayMs) + DayMs) % DayMs);
                }

                if (counted.Counts(index))
                {
                    plays[day]++;
                    ms[day] += played[index];
                }
            }
        }

        return Trim(firstDay, plays, ms);
    }

    private static (int First, int Last) SpanOf(ListeningView view)
    {
        var started = view.Log.StartedMs;
        var first = int.MaxValue;
        var last = int.MinValue;
        foreach (var run in view.Runs)
        {
            first = Math.Min(first, ZoneOffsets.DayNumber(started[run.First] + run.OffsetMs));
            last = Math.Max(last, ZoneOffsets.DayNumber(started[run.End - 1] + run.OffsetMs));
        }

        return (first, last);
    }

    private static DayTotals Trim(int firstDay, int[] plays, long[] ms)
    {
        var first = Array.FindIndex(plays, count => count > 0);
        if (first < 0)
        {
            return new DayTotals(0, [], []);
        }

        var end = Array.FindLastIndex(plays, count => count > 0) + 1;
        return new DayTotals(firstDay + first, plays[first..end], ms[first..end]);
    }

    private int? IndexOf(DateOnly day)
    {
        var index = day.DayNumber - _firstDay;
        return index >= 0 && index < _plays.Length ? index : null;
    }
}
