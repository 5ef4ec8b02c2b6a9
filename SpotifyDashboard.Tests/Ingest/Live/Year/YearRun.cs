using SpotifyDashboard.Ingest.Live;

namespace SpotifyDashboard.Tests.Ingest.Live.Year;

/// <summary>Follows the listeners of a simulated year by one schedule.</summary>
internal sealed class YearRun(YearWorld world, TimeSpan? fixedInterval)
{
    private const int DailyCalls = 500;

    /// <summary>A failing poll tries until the breaker of all calls opens; then one call is let through at the end of each break, and breaks grow.</summary>
    private const int CallsUntilBreak = 5;

    private const long FirstBreak = 30_000;
    private const long LongestBreak = 10 * YearWorld.Minute;

    private static readonly DateTimeOffset s_start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan s_wake = TimeSpan.FromMinutes(1);
    private readonly Queue<long> _calls = new();
    private long _brokenUntil;
    private int _breaks;
    private readonly int[] _perDay = new int[(world.Length / YearWorld.Day) + 2];

    public static YearReport Follow(YearWorld world, TimeSpan? fixedInterval) => new YearRun(world, fixedInterval).Run();

    private YearReport Run()
    {
        var listeners = world.Listeners.Select(plays => new YearListener(plays, world.Outages)).ToList();
        for (var now = 0L; now < world.Length + YearWorld.Day;)
        {
            foreach (var listener in listeners.Where(listener => listener.DueAt <= now))
            {
                Poll(listener, now);
            }

            now = Math.Max(now + YearWorld.Minute, (listeners.Min(listener => listener.DueAt) + YearWorld.Minute - 1) / YearWorld.Minute * YearWorld.Minute);
        }

        listeners.ForEach(listener => listener.Settle());
        var plays = listeners.Sum(listener => listener.PlayCount);
        var days = world.Length / (double)YearWorld.Day;
        return new YearReport(
            plays,
            listeners.Sum(listener => listener.LostUnasked),
            listeners.Sum(listener => listener.LostInShortOutages),
            listeners.Sum(listener => listener.LostInOutages),
            listeners.Sum(listener => listener.LostLate),
            _perDay.Sum() / days,
            _perDay.Max(),
            listeners.Sum(listener => listener.DelaySum) / (double)YearWorld.Minute / plays);
    }

    private void Poll(YearListener listener, long now)
    {
        var isDown = world.Outages.Any(outage => outage.From <= now && now < outage.To);
        if (isDown)
        {
            Fail(now);
            listener.Fail(now);
        }
        else
        {
            Count(now, 1);
            (_breaks, _brokenUntil) = (0, 0);
            listener.Show(now, s_start);
        }

        var next = PollSchedule.Next(new PollFacts
        {
            Now = s_start.AddMilliseconds(now),
            FailingSince = listener.FailingSince is { } since ? s_start.AddMilliseconds(since) : null,
            Recent = listener.Recent,
            Lateness = listener.Lateness,
            UsualPlays = listener.UsualPlays(now),
            CallsLeft = DailyCalls - 5 - _calls.Count,
            DailyCalls = DailyCalls,
            Listeners = world.Listeners.Count,
            WakeEvery = s_wake,
            FixedInterval = fixedInterval,
        });
        listener.DueAt = Math.Max((long)(next.DueAt - s_start).TotalMilliseconds, isDown ? _brokenUntil : 0);
    }

    private void Fail(long now)
    {
        if (now < _brokenUntil)
        {
            return;
        }

        Count(now, _breaks == 0 ? CallsUntilBreak : 1);
        _brokenUntil = now + Math.Min(FirstBreak << Math.Min(_breaks, 10), LongestBreak);
        _breaks++;
    }

    private void Count(long now, int calls)
    {
        _perDay[now / YearWorld.Day] += calls;
        for (var i = 0; i < calls; i++)
        {
            _calls.Enqueue(now);
        }

        while (_calls.Count > 0 && _calls.Peek() <= now - YearWorld.Day)
        {
            _calls.Dequeue();
        }
    }
}
