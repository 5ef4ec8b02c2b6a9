using System.Threading.Channels;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Wakes a lane that is at rest.</summary>
internal sealed class LaneBell(IEnrichmentLane lane, TimeProvider time) : IDisposable
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public IEnrichmentLane Lane => lane;

    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Waits until it rings, or for <paramref name="longest"/>.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var nap = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(nap.Token, cancellationToken);
        try
        {
            await _rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (nap.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // It was not rung, and that is all.
        }
    }

    public void Dispose() => _rings.Writer.TryComplete();
}
