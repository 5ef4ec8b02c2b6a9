using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Demo;

/// <summary>Makes the demo listener beside the start of the program, or removes it where it is switched off.</summary>
internal sealed partial class DemoHost(DemoListener demo, IOptions<DemoOptions> options, ILogger<DemoHost> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (options.Value.Enabled)
            {
                await demo.EnsureAsync(stoppingToken);
            }
            else
            {
                await demo.RemoveAsync(stoppingToken);
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The outermost frame of a background service: without the demo the dashboard still serves what is one's own.
            LogFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "The demo listener could not be made or removed")]
    private partial void LogFailed(Exception exception);
}
