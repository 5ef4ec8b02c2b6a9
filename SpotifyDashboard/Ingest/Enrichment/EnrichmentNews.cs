using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Tells open pages that more is known of tracks: not with every batch, since each telling has them compute anew.</summary>
internal sealed class EnrichmentNews(StorageWriter writer, TimeProvider time)
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private DateTimeOffset _toldAt = DateTimeOffset.MinValue;
    private bool _waits;

    /// <summary>Tells with this transaction, or later.</summary>
    public void Add(WriteTransaction write)
    {
        lock (_gate)
        {
            _waits = time.GetUtcNow() - _toldAt < s_between;
            if (!_waits)
            {
                Tell(write);
            }
        }
    }

    /// <summary>Tells what still waits to be told.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_waits)
            {
                return;
            }
        }

        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        lock (_gate)
        {
            Tell(write);
        }

        await write.CommitAsync(cancellationToken);
    }

    private void Tell(WriteTransaction write)
    {
        write.MarkCatalogueChanged();
        _toldAt = time.GetUtcNow();
        _waits = false;
    }
}
