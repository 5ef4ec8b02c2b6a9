namespace SpotifyDashboard.Ingest.Live;

/// <summary>A timer of the <see cref="SimulatedTime"/>.</summary>
internal sealed class SimulatedTimer(SimulatedTime time, Action fire) : ITimer
{
    /// <summary>When it fires next; null while it rests. Changed by the clock alone.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The time between two firings; zero or infinite for one alone.</summary>
    public TimeSpan Period { get; set; }

    public void Fire() => fire();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        time.Plan(this, dueTime == Timeout.InfiniteTimeSpan ? null : dueTime, period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period);
        return true;
    }

    public void Dispose() => time.Plan(this, dueTime: null, TimeSpan.Zero);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
