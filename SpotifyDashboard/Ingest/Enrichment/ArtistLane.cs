using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Asks Spotify about single artists: picture and genres.</summary>
internal sealed class ArtistLane(
    SpotifyClient client, ISpotifyCapabilities capabilities, SpotifyAsker asker, EnrichmentQueue queue, StorageWriter writer, EnrichmentNews news, TimeProvider time) : IEnrichmentLane
{
    private const int Singles = 5;
    private const int Batch = 50;

    /// <inheritdoc/>
    public EnrichmentQuestion Question => EnrichmentQuestion.Artist;

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

        var lookup = await client.GetArtistsAsync(listener, [.. wanted.Select(artist => artist.SpotifyId)], cancellationToken);
        await StoreAsync(wanted, lookup, cancellationToken);
        return lookup.Stopped is { } stopped ? throw stopped : wanted.Count;
    }

    private async Task StoreAsync(IReadOnlyList<Wanted> wanted, SpotifyLookup<SpotifyArtist> lookup, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        using var marks = new EnrichmentMarks(write, Question, now);
        using var names = new LiveNames(write, now);
        marks.Settle(wanted, lookup, (asked, artist) => names.Artist(artist with { Id = asked.SpotifyId }));
        if (lookup.Found.Count > 0)
        {
            news.Add(write);
        }

        await write.CommitAsync(cancellationToken);
    }
}
