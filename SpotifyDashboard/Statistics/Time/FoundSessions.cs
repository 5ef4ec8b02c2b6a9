using System.Runtime.InteropServices;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>Gathers sessions one by one as a pass over the plays finds them.</summary>
internal sealed class FoundSessions
{
    private const int MostShown = 10;
    private const int HoursPerDay = 24;
    private const int DaysPerWeek = 7;
    private const long HourMs = 3_600_000;
    private const long MinuteMs = 60_000;

    /// <summary>1970-01-01 was a Thursday, three days into a week that begins on Monday; thousands of weeks keep the sum positive.</summary>
    private const long HoursSinceMonday = (3 * HoursPerDay) + (10_000L * DaysPerWeek * HoursPerDay);

    private static readonly int[] s_classes = [0, 15, 30, 60, 120, 240];

    private readonly List<long> _lengths = [];
    private readonly int[] _byHour = new int[HoursPerDay];
    private readonly int[] _byWeekday = new int[DaysPerWeek];

    /// <summary>The root is the shortest of the longest found so far, the latest of equal ones.</summary>
    private readonly PriorityQueue<(long Start, long End, int Plays, long MsPlayed), (long Ms, long Later)> _longest = new();
    private long _totalMs;
    private int _plays;

    /// <summary>Adds a session.</summary>
    /// <param name="start">Its first start, milliseconds since 1970.</param>
    /// <param name="offsetMs">What local time adds to it.</param>
    /// <param name="end">Its latest end.</param>
    /// <param name="plays">Counted plays.</param>
    /// <param name="msPlayed">Their milliseconds.</param>
    public void Add(long start, int offsetMs, long end, int plays, long msPlayed)
    {
        _lengths.Add(end - start);
        _totalMs += end - start;
        _plays += plays;
        var hours = (start + offsetMs + (HoursSinceMonday * HourMs)) / HourMs;
        _byHour[hours % HoursPerDay]++;
        _byWeekday[hours / HoursPerDay % DaysPerWeek]++;

        var rank = (end - start, -start);
        if (_longest.Count < MostShown)
        {
            _longest.Enqueue((start, end, plays, msPlayed), rank);
        }
        else
        {
            _longest.EnqueueDequeue((start, end, plays, msPlayed), rank);
        }
    }

    /// <summary>All that was added, summed up.</summary>
    public Sessions Sum(int pauseMinutes)
    {
        var lengths = CollectionsMarshal.AsSpan(_lengths);
        lengths.Sort();
        var count = lengths.Length;
        return new Sessions(
            pauseMinutes,
            count,
            _totalMs,
            count == 0 ? null : (double)_totalMs / count,
            count == 0 ? null : (lengths[(count - 1) / 2] + lengths[count / 2]) / 2.0,
            count == 0 ? null : (double)_plays / count,
            _byHour,
            _byWeekday,
            Classes(lengths),
            [.. _longest.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => Shown(item.Element))]);
    }

    private static ListeningSession Shown((long Start, long End, int Plays, long MsPlayed) session) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(session.Start),
        DateTimeOffset.FromUnixTimeMilliseconds(session.End),
        session.End - session.Start,
        session.Plays,
        session.MsPlayed);

    private static List<SessionLengths> Classes(ReadOnlySpan<long> sorted)
    {
        List<SessionLengths> classes = [];
        var before = 0;
        for (var index = 0; index < s_classes.Length; index++)
        {
            int? to = index + 1 < s_classes.Length ? s_classes[index + 1] : null;
            var upTo = to is { } minutes ? CountBelow(sorted, minutes * MinuteMs) : sorted.Length;
            classes.Add(new SessionLengths(s_classes[index], to, upTo - before));
            before = upTo;
        }

        return classes;
    }

    private static int CountBelow(ReadOnlySpan<long> sorted, long ms)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < ms ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
