using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Asks Spotify how tracks sound that ReccoBeats does not know: only apps of before November 2024 may, and one refusal ends it for good.</summary>
internal sealed class OldSoundLane(
    SpotifyClient client, ISpotifyCapabilities capabilities, SpotifyAsker asker, EnrichmentQueue queue, StorageWriter writer, EnrichmentNews news, TimeProvider time) : IEnrichmentLane
{
    private const int Batch = 100;

    /// <inheritdoc/>
    public EnrichmentQuestion Question => EnrichmentQuestion.OldSound;

    /// <inheritdoc/>
    public async Task<int> StepAsync(CancellationToken cancellationToken)
    {
        if (await asker.FindAsync(cancellationToken) is not { } listener || !await capabilities.HasAsync(SpotifyCapability.AudioFeatures, cancellationToken))
        {
            return 0;
        }

        var wanted = await queue.NextAsync(Question, Batch, cancellationToken);
        if (wanted.Count == 0)
        {
            return 0;
        }

        var lookup = await client.GetAudioFeaturesAsync(listener, [.. wanted.Select(track => track.SpotifyId)], cancellationToken);
        await StoreAsync(wanted, lookup, cancellationToken);
        return lookup.Stopped switch
        {
            { Failure: Failure.NotAvailable } => 0,
            { } stopped => throw stopped,
            null => wanted.Count,
        };
    }

    private async Task StoreAsync(IReadOnlyList<Wanted> wanted, SpotifyLookup<SpotifyFeatures> lookup, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        using var marks = new EnrichmentMarks(write, Question, now);
        using var store = new SoundStore(write, LiveCatalogue.Provenance, now);
        marks.Settle(wanted, lookup, (asked, sound) => store.Store(asked.Id, sound.Values));
        if (lookup.Found.Count > 0)
        {
            news.Add(write);
        }

        await write.CommitAsync(cancellationToken);
    }
}
