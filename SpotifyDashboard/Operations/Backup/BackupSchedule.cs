using Microsoft.Extensions.Options;
using SpotifyDashboard.Storage.Archives;

namespace SpotifyDashboard.Operations.Backup;

/// <summary>Looks every minute whether a backup is due; does nothing where <c>Backup:Every</c> is empty.</summary>
internal sealed partial class BackupSchedule(BackupService backups, IOptions<BackupOptions> options, TimeProvider time, ILogger<BackupSchedule> logger) : BackgroundService
{
    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Every is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(s_look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await backups.StartIfDueAsync(stoppingToken) is { } job)
                {
                    LogBegun(job);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The outermost frame: an exception that leaves it stops the whole host.
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "A backup is due: job {JobId}")]
    private partial void LogBegun(Guid jobId);

    [LoggerMessage(LogLevel.Warning, "Could not look whether a backup is due; the next look is due as usual")]
    private partial void LogFailed(Exception exception);
}
