namespace SpotifyDashboard.Providers.Http;

/// <summary>Lets calls through at a steady rate, and a number of them at once after a pause.</summary>
/// <remarks>The framework's own limiter runs on the machine's clock; this one on the clock it is given, so that it can be driven.</remarks>
/// <param name="perSecond">Calls a second in the long run.</param>
/// <param name="burst">Calls at once after a pause.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenBucket(double perSecond, int burst, TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _tokens = burst;
    private long _filledAt = time.GetTimestamp();

    /// <summary>Waits for its turn.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = Take();
        return wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait, time, cancellationToken);
    }

    /// <summary>Takes a token, on credit where there is none, and says how long until it is earned.</summary>
    private TimeSpan Take()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(burst, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond)) - 1;
            _filledAt = now;
            return TimeSpan.FromSeconds(-_tokens / perSecond);
        }
    }
}
