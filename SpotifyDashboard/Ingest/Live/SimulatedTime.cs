namespace SpotifyDashboard.Ingest.Live;

/// <summary>A clock that stands still until it is moved, with timers that fire as it moves.</summary>
internal sealed class SimulatedTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<SimulatedTimer> _timers = [];
    private DateTimeOffset _now = start.ToUniversalTime();

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on to a moment; timers fire on this thread, in the order in which they are due, each at its own time.</summary>
    public void AdvanceTo(DateTimeOffset moment)
    {
        while (TakeDue(moment) is { } due)
        {
            due.Fire();
        }

        lock (_gate)
        {
            _now = moment > _now ? moment : _now;
        }
    }

    /// <summary>Plans a timer; null takes it off.</summary>
    internal void Plan(SimulatedTimer timer, TimeSpan? dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            timer.DueAt = _now + dueTime;
            timer.Period = period;
            if (dueTime is null)
            {
                _timers.Remove(timer);
            }
            else
            {
                _timers.Add(timer);
            }
        }

        if (dueTime == TimeSpan.Zero && TakeDue(GetUtcNow()) is { } due)
        {
            due.Fire();
        }
    }

    private SimulatedTimer? TakeDue(DateTimeOffset moment)
    {
        lock (_gate)
        {
            if (_timers.Where(timer => timer.DueAt <= moment).MinBy(timer => timer.DueAt) is not { DueAt: { } due } timer)
            {
                return null;
            }

            _now = due > _now ? due : _now;
            timer.DueAt = timer.Period > TimeSpan.Zero ? due + timer.Period : null;
            if (timer.DueAt is null)
            {
                _timers.Remove(timer);
            }

            return timer;
        }
    }
}
