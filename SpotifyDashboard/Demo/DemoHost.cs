using Microsoft.Extensions.Options;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Demo;

/// <summary>Makes the demo listener beside the start of the program, or removes it where it is switched off.</summary>
internal sealed partial class DemoHost(DemoListener demo, ListenerScope scope, IOptions<DemoOptions> options, ILogger<DemoHost> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Where people have accounts nobody is shown what was made up.
            if (options.Value.Enabled && !scope.NeedsVisitor)
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
