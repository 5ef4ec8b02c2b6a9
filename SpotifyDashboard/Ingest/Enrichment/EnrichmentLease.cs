using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Lets one process at a time enrich: whoever began goes on until it stops, dies or falls silent.</summary>
internal sealed class EnrichmentLease(LeaseBook leases) : IDisposable
{
    private const string Name = "enrichment";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Lease? _held;

    /// <summary>The lease, taken or kept; null where another process has it.</summary>
    public async Task<Lease?> HoldAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_held is { } lost && lost.Lost.IsCancellationRequested)
            {
                await lost.DisposeAsync();
                _held = null;
            }

            return _held ??= await leases.TakeAsync(Name, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Lets another process go on.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await (_held?.DisposeAsync() ?? ValueTask.CompletedTask);
            _held = null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
