using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>One refresh: what is new is fetched and stored, and only then the mood map is computed again.</summary>
/// <remarks>Who has no source, an unconnected listener with imported plays, gets the map alone.</remarks>
internal sealed class SyncJobHandler(IEnumerable<ISyncSource> sources, MoodMapService moods) : IJobHandler
{
    public const string JobKind = "sync";

    /// <summary>The two steps as pages show them; what is being fetched follows the first.</summary>
    private const string Syncing = "Syncing…";

    private const string Analyzing = "Analyzing…";
    private const int Steps = 2;

    /// <inheritdoc/>
    public string Kind => JobKind;

    /// <inheritdoc/>
    public async Task<object?> RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        job.Report(Syncing, 0, Steps);
        var outcome = new SyncOutcome(SyncResult.Nothing, Problem: null);
        foreach (var source in sources)
        {
            if (await source.ServesAsync(job.ListenerId, cancellationToken))
            {
                outcome = await source.RunAsync(job.ListenerId, part => job.Report($"{Syncing} {part}", 0, Steps), cancellationToken);
                break;
            }
        }

        job.Report(Analyzing, 1, Steps);
        var asked = new MoodMapRequest(
            job.ListenerId, MoodMapRequest.DefaultMoods, FeatureSet.Nine, MoodScope.Library, MoodWeight.None, Period.Everything, CountingRule.Default);
        await moods.GetAsync(asked, cancellationToken);
        job.Report(Analyzing, Steps, Steps);
        return outcome.Problem is { } problem ? throw new JobFailedException(problem, outcome.Result) : outcome.Result;
    }
}
