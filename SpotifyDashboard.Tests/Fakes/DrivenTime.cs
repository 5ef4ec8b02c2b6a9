namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A clock that stands still until a test moves it, with timers that fire as it moves.</summary>
/// <remarks>Timers fire on the thread that moves the clock, in the order they are due, with the clock at the time of each.</remarks>
internal sealed class DrivenTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<DrivenTimer> _timers = [];
    private DateTimeOffset _now = start.ToUniversalTime();

    /// <summary>Begins at noon of 19 November 2026, UTC.</summary>
    public DrivenTime()
        : this(new DateTimeOffset(2026, 11, 19, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The timers (and so the delays) that wait for the clock to move.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count(timer => timer.DueAt is not null);
            }
        }
    }

    /// <summary>When the next timer is due; null when none waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _timers.Min(timer => timer.DueAt);
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new DrivenTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward and fires what falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = GetUtcNow() + by;
        while (TakeDue(end) is { } timer)
        {
            timer.Fire();
        }

        lock (_gate)
        {
            _now = end > _now ? end : _now;
        }
    }

    /// <summary>Moves the clock forward to an instant.</summary>
    public void AdvanceTo(DateTimeOffset instant) => Advance(instant - GetUtcNow());

    /// <summary>Sets the clock without firing anything, backwards too, as a corrected system clock would.</summary>
    public void Set(DateTimeOffset instant)
    {
        lock (_gate)
        {
            _now = instant.ToUniversalTime();
        }
    }

    /// <summary>Waits, in real time, until at least so many timers wait for this clock: the code under test has come to its delay.</summary>
    /// <exception cref="TimeoutException">It did not within ten seconds.</exception>
    public async Task WaitForTimersAsync(int count, CancellationToken cancellationToken)
    {
        for (var round = 0; Waiting < count; round++)
        {
            if (round == 2000)
            {
                throw new TimeoutException($"{Waiting} instead of {count} timers wait for the clock.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
        }
    }

    internal void Schedule(DrivenTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            timer.DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : _now + dueTime;
            timer.Period = period;
            if (!_timers.Contains(timer))
            {
                _timers.Add(timer);
            }
        }

        // Due at once: no movement of the clock is needed. Not on this thread, which may still be making the timer.
        if (dueTime == TimeSpan.Zero)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => Advance(TimeSpan.Zero), null);
        }
    }

    internal void Remove(DrivenTimer timer)
    {
        lock (_gate)
        {
            timer.DueAt = null;
            _timers.Remove(timer);
        }
    }

    private DrivenTimer? TakeDue(DateTimeOffset end)
    {
        lock (_gate)
        {
            var timer = _timers.Where(timer => timer.DueAt <= end).MinBy(timer => timer.DueAt);
            if (timer?.DueAt is not { } due)
            {
                return null;
            }

            _now = due > _now ? due : _now;
            timer.DueAt = timer.Period > TimeSpan.Zero ? due + timer.Period : null;
            return timer;
        }
    }
}
