using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Demo;

/// <summary>One refresh: the demo listener plays on, for anyone else nothing new can come before Spotify is connected; then the mood map is computed again.</summary>
internal sealed class SyncJobHandler(DemoPlayer player, MoodMapService moods) : IJobHandler
{
    private const int Steps = 2;

    public string Kind => "sync";

    public async Task<object?> RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        job.Report("Syncing…", 0, Steps);
        var added = await player.PlayOnAsync(job.ListenerId, cancellationToken);
        job.Report("Analyzing…", 1, Steps);
        var asked = new MoodMapRequest(
            job.ListenerId, MoodMapRequest.DefaultMoods, FeatureSet.Nine, MoodScope.Library, MoodWeight.None, Period.Everything, CountingRule.Default);
        await moods.GetAsync(asked, cancellationToken);
        job.Report("Analyzing…", Steps, Steps);
        return new { Plays = new { Fetched = added, Added = added } };
    }
}
