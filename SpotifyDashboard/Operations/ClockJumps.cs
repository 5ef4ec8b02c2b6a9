namespace SpotifyDashboard.Operations;

/// <summary>Notices that the machine's clock was set, by a clock that can't be.</summary>
internal sealed class ClockJumps(TimeProvider time)
{
    /// <summary>A clock that is kept right is moved by less.</summary>
    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(30);

    private DateTimeOffset _told = time.GetUtcNow();
    private long _passed = time.GetTimestamp();

    /// <summary>How far the clock was moved since the last look: forward above zero, back below; null where it was not.</summary>
    public TimeSpan? Look()
    {
        var (told, passed) = (time.GetUtcNow(), time.GetTimestamp());
        var jump = told - _told - time.GetElapsedTime(_passed, passed);
        (_told, _passed) = (told, passed);
        return jump.Duration() > s_step ? jump : null;
    }
}
