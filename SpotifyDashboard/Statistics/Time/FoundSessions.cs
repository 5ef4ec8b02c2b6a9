namespace SpotifyDashboard.Statistics.Time;

/// <summary>Gathers sessions one by one as a pass over the plays finds them.</summary>
internal sealed class FoundSessions
{
    private const int MostShown = 10;
    private const int DaysPerWeek = 7;
    private const long MinuteMs = 60_000;

    private static readonly int[] s_classes = [0, 15, 30, 60, 120, 240];

    private readonly List<long> _lengths = [];
    private readonly int[] _byClass = new int[s_classes.Length];
    private readonly int[] _byHour = new int[WeekHour.PerDay];
    private readonly int[] _byWeekday = new int[DaysPerWeek];

    /// <summary>The root is the shortest of the longest found so far, the latest of equal ones.</summary>
    private readonly PriorityQueue<(long Start, long End, int Plays, long MsPlayed), (long Ms, long Later)> _longest = new();
    private long _leastShown;
    private long _totalMs;
    private int _plays;

    /// <summary>Adds a session that began after those added before.</summary>
    /// <param name="start">Its first start, milliseconds since 1970.</param>
    /// <param name="offsetMs">What local time adds to it.</param>
    /// <param name="end">Its latest end.</param>
    /// <param name="plays">Counted plays.</param>
    /// <param name="msPlayed">Their milliseconds.</param>
    public void Add(long start, int offsetMs, long end, int plays, long msPlayed)
    {
        var length = end - start;
        _lengths.Add(length);
        _totalMs += length;
        _plays += plays;
        _byClass[ClassOf(length)]++;
        var hour = WeekHour.Of(start + offsetMs);
        _byHour[hour % WeekHour.PerDay]++;
        _byWeekday[hour / WeekHour.PerDay]++;
        if (_longest.Count < MostShown)
        {
            _longest.Enqueue((start, end, plays, msPlayed), (length, -start));
        }
        else if (length > _leastShown) // of equal ones the earlier stays
        {
            _longest.EnqueueDequeue((start, end, plays, msPlayed), (length, -start));
        }
        else
        {
            return;
        }

        _leastShown = _longest.TryPeek(out _, out var least) ? least.Ms : 0;
    }

    /// <summary>All that was added, summed up.</summary>
    public Sessions Sum(int pauseMinutes)
    {
        var count = _lengths.Count;
        return new Sessions(
            pauseMinutes,
            count,
            _totalMs,
            count == 0 ? null : (double)_totalMs / count,
            MedianLength.Of(_lengths),
            count == 0 ? null : (double)_plays / count,
            _byHour,
            _byWeekday,
            [.. s_classes.Select((from, place) => new SessionLengths(from, place + 1 < s_classes.Length ? s_classes[place + 1] : null, _byClass[place]))],
            [.. _longest.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => Shown(item.Element))]);
    }

    private static int ClassOf(long length)
    {
        var place = s_classes.Length - 1;
        while (length < s_classes[place] * MinuteMs)
        {
            place--;
        }

        return place;
    }

    private static ListeningSession Shown((long Start, long End, int Plays, long MsPlayed) session) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(session.Start),
        DateTimeOffset.FromUnixTimeMilliseconds(session.End),
        session.End - session.Start,
        session.Plays,
        session.MsPlayed);
}
