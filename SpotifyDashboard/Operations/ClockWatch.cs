namespace SpotifyDashboard.Operations;

/// <summary>Says in the log when the machine's clock has jumped.</summary>
internal sealed partial class ClockWatch(TimeProvider time, ILogger<ClockWatch> logger) : BackgroundService
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var jumps = new ClockJumps(time);
        using var timer = new PeriodicTimer(s_look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            switch (jumps.Look())
            {
                case { } back when back < TimeSpan.Zero:
                    LogBack(back.Negate(), time.GetUtcNow());
                    break;
                case { } forward:
                    LogForward(forward, time.GetUtcNow());
                    break;
                default:
                    break;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The machine's clock jumped back by {By}, to {Now:u}. Times of plays come from Spotify and stay right; plans and waits that were made ahead are brought back to now")]
    private partial void LogBack(TimeSpan by, DateTimeOffset now);

    [LoggerMessage(LogLevel.Warning, "The machine's clock jumped forward by {By}, to {Now:u}: the machine slept, or its clock was set. Times of plays come from Spotify and stay right")]
    private partial void LogForward(TimeSpan by, DateTimeOffset now);
}
