using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Demo;

/// <summary>One refresh: the demo listener plays on; for anyone else nothing new can come before Spotify is connected.</summary>
internal sealed class SyncJobHandler(DemoPlayer player) : IJobHandler
{
    private const int Steps = 2;

    public string Kind => "sync";

    public async Task<object?> RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        job.Report("Syncing…", 0, Steps);
        var added = await player.PlayOnAsync(job.ListenerId, cancellationToken);
        job.Report("Analyzing…", 1, Steps);
        return new { Plays = new { Fetched = added, Added = added } };
    }
}
