namespace SpotifyDashboard.Listening;

/// <summary>The offsets from UTC of one time zone over a span of time, so that local days and hours are integer arithmetic.</summary>
/// <remarks>Equal to <see cref="TimeZoneInfo.ConvertTime(DateTimeOffset, TimeZoneInfo)"/> within the span; days of 23 and 25 hours and half-hour zones included.</remarks>
public sealed class ZoneOffsets
{
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;

    private static readonly int s_epochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly long[] _starts;
    private readonly int[] _offsets;
    private readonly long _end;

    private ZoneOffsets(long[] starts, int[] offsets, long end)
    {
        _starts = starts;
        _offsets = offsets;
        _end = end;
    }

    /// <summary>The offsets of <paramref name="zone"/> from <paramref name="firstMs"/> to <paramref name="lastMs"/>, both included.</summary>
    /// <param name="zone">The time zone.</param>
    /// <param name="firstMs">Begin of the span, milliseconds since 1970 (UTC).</param>
    /// <param name="lastMs">Its end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span ends before it begins.</exception>
    public static ZoneOffsets Of(TimeZoneInfo zone, long firstMs, long lastMs)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastMs, firstMs);
        List<long> starts = [firstMs];
        List<int> offsets = [OffsetMs(zone, firstMs)];
        if (zone.GetAdjustmentRules().Length > 0)
        {
            // No zone changed twice within a day and came back to where it was, so a look per day misses nothing.
            for (var day = firstMs; day < lastMs; day += DayMs)
            {
                AddChanges(zone, day, Math.Min(day + DayMs, lastMs), starts, offsets);
            }
        }

        return new ZoneOffsets([.. starts], [.. offsets], lastMs);
    }

    /// <summary>Days since 0001-01-01 of the local moment <paramref name="localMs"/> (UTC milliseconds plus offset), as in <see cref="DateOnly.DayNumber"/>.</summary>
    public static int DayNumber(long localMs) => (int)Math.DivRem(localMs, DayMs, out var rest) + s_epochDay - (rest < 0 ? 1 : 0);

    /// <summary>What local time adds to UTC at <paramref name="momentMs"/>, in milliseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The moment lies outside the span.</exception>
    public int OffsetMsAt(long momentMs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(momentMs, _starts[0]);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(momentMs, _end);
        var found = Array.BinarySearch(_starts, momentMs);
        return _offsets[found >= 0 ? found : ~found - 1];
    }

    /// <summary>The plays of <paramref name="log"/> that began on the local days of <paramref name="period"/>, in order.</summary>
    /// <remarks>
    /// Days are cut for every offset by itself: where clocks fall back across midnight (St. John's until 2011), a day is two stretches of time.
    /// </remarks>
    public IReadOnlyList<LogRun> RunsOf(ListeningLog log, Period period)
    {
        ArgumentNullException.ThrowIfNull(log);
        var firstLocal = period.From is { } from ? LocalMs(from) : long.MinValue / 2;
        var endLocal = period.To is { } to ? LocalMs(to) + DayMs : long.MaxValue / 2;
        List<LogRun> runs = [];
        for (var index = 0; index < _starts.Length; index++)
        {
            var segmentEnd = index + 1 < _starts.Length ? _starts[index + 1] : _end + 1;
            var first = log.CountBefore(Math.Max(_starts[index], firstLocal - _offsets[index]));
            var end = log.CountBefore(Math.Min(segmentEnd, endLocal - _offsets[index]));
            if (end > first)
            {
                runs.Add(new LogRun(first, end, _offsets[index]));
            }
        }

        return runs;
    }

    private static long LocalMs(DateOnly day) => (day.DayNumber - s_epochDay) * DayMs;

    private static int OffsetMs(TimeZoneInfo zone, long momentMs) =>
        (int)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds(momentMs).UtcDateTime).TotalMilliseconds;

    private static void AddChanges(TimeZoneInfo zone, long first, long last, List<long> starts, List<int> offsets)
    {
        var offset = OffsetMs(zone, last);
        if (offset == offsets[^1])
        {
            return;
        }

        if (last - first <= 1)
        {
            starts.Add(last);
            offsets.Add(offset);
            return;
        }

        var middle = first + ((last - first) / 2);
        AddChanges(zone, first, middle, starts, offsets);
        AddChanges(zone, middle, last, starts, offsets);
    }
}
