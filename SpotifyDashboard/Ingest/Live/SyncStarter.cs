using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Starts the sync of a listener, or finds the one under way.</summary>
public sealed class SyncStarter(JobRunner jobs) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Returns at once; two who ask at the same time get the same job.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="cancellationToken">Ends the queueing, not the job.</param>
    /// <returns>The job's number.</returns>
    public async Task<Guid> StartAsync(int listenerId, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var latest = await jobs.ListAsync(listenerId, cancellationToken);
            return latest.FirstOrDefault(job => job is { Kind: SyncJobHandler.JobKind, HasEnded: false })?.Id
                ?? await jobs.EnqueueAsync(SyncJobHandler.JobKind, listenerId, "{}", cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
