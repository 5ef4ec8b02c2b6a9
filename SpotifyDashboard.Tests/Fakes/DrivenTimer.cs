namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A timer of a <see cref="DrivenTime"/>.</summary>
internal sealed class DrivenTimer(DrivenTime time, Action callback) : ITimer
{
    private volatile bool _isDisposed;

    /// <summary>When it fires next; null while it rests. Guarded by the clock.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Between firings; zero or infinite for a single one. Guarded by the clock.</summary>
    public TimeSpan Period { get; set; }

    public void Fire()
    {
        if (!_isDisposed)
        {
            callback();
        }
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed)
        {
            return false;
        }

        time.Schedule(this, dueTime, period);
        return true;
    }

    public void Dispose()
    {
        _isDisposed = true;
        time.Remove(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
