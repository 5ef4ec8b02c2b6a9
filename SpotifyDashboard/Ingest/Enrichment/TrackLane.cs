using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Asks Spotify about single tracks: cover, release date, and what ReccoBeats lacks. Within the call budget, after everything else.</summary>
internal sealed class TrackLane(
    SpotifyClient client, ISpotifyCapabilities capabilities, SpotifyAsker asker, EnrichmentQueue queue, StorageWriter writer, EnrichmentNews news, TimeProvider time) : IEnrichmentLane
{
    private const int Singles = 10;
    private const int Batch = 50;

    /// <inheritdoc/>
    public EnrichmentQuestion Question => EnrichmentQuestion.Track;

    /// <inheritdoc/>
    public async Task<int> StepAsync(CancellationToken cancellationToken)
    {
        if (await asker.FindAsync(cancellationToken) is not { } listener)
        {
            return 0;
        }

        var limit = await capabilities.IsProvenAsync(SpotifyCapability.BatchGet, cancellationToken) ? Batch : Singles;
        var wanted = await queue.NextAsync(Question, limit, cancellationToken);
        if (wanted.Count == 0)
        {
            return 0;
        }

        var lookup = await client.GetTracksAsync(listener, [.. wanted.Select(track => track.SpotifyId)], cancellationToken);
        await StoreAsync(wanted, lookup, cancellationToken);
        return lookup.Stopped is { } stopped ? throw stopped : wanted.Count;
    }

    private async Task StoreAsync(IReadOnlyList<Wanted> wanted, SpotifyLookup<SpotifyTrack> lookup, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        using var marks = new EnrichmentMarks(write, Question, now);
        using var store = new LookedUpTracks(write, now);
        marks.Settle(wanted, lookup, (asked, track) => store.Store(asked.Id, track));
        if (lookup.Found.Count > 0)
        {
            news.Add(write);
        }

        await write.CommitAsync(cancellationToken);
    }
}
