using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Brings the saved tracks up to date: what is new from the front, what was removed by a whole reading where the numbers do not agree.</summary>
/// <remarks>
/// The list is newest first. Pages are read until one holds a track that is known with the same date; each is stored as it comes, so that a reading
/// which the quota cut short is gone on with from where it ended.
/// </remarks>
internal sealed class SavedSync(SpotifyClient spotify, StorageWriter writer, TimeProvider time)
{
    private const int PageSize = 50;

    /// <summary>Syncs one listener's library.</summary>
    public async Task RunAsync(SyncPull pull, CancellationToken cancellationToken)
    {
        var state = await ReadStateAsync(pull.ListenerId, cancellationToken);
        pull.SavedTracks = state.Stored;
        var isKnown = state.Stored > 0;
        var total = await ReadPagesAsync(pull, 0, isKnown, seen: null, cancellationToken);
        state = await ReadStateAsync(pull.ListenerId, cancellationToken);
        pull.SavedTracks = state.Stored;

        // An earlier reading may have ended half way: what it lacks stands behind what it stored.
        if (isKnown && total is { } all && state.Stored + state.LeftOut < all)
        {
            total = await ReadPagesAsync(pull, state.Stored / PageSize * PageSize, stopsAtKnown: false, seen: null, cancellationToken);
            state = await ReadStateAsync(pull.ListenerId, cancellationToken);
            pull.SavedTracks = state.Stored;
        }

        if (total is { } expected && state.Stored + state.LeftOut != expected)
        {
            await ReadWholeAsync(pull, isKnown, expected, cancellationToken);
        }
    }

    /// <summary>Reads everything once more where it was not just read, and removes what is no longer there.</summary>
    private async Task ReadWholeAsync(SyncPull pull, bool isKnown, int expected, CancellationToken cancellationToken)
    {
        HashSet<int>? seen = isKnown ? [] : null;
        var total = isKnown ? await ReadPagesAsync(pull, 0, stopsAtKnown: false, seen, cancellationToken) : expected;
        pull.SavedTracks = await SettleAsync(pull.ListenerId, seen, total ?? expected, cancellationToken);
    }

    /// <summary>Ends a whole reading.</summary>
    /// <returns>How many saved tracks are stored.</returns>
    private async Task<int> SettleAsync(int listenerId, IReadOnlySet<int>? seen, int total, CancellationToken cancellationToken)
    {
        await using var write = await writer.BeginAsync(listenerId, cancellationToken);
        var library = new SavedLibrary(write, time.GetUtcNow());
        if (seen is not null)
        {
            await library.RemoveAllButAsync(seen, cancellationToken);
        }

        await library.NoteLeftOutAsync(total, cancellationToken);
        var (stored, _) = await library.ReadAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return stored;
    }

    /// <summary>Reads and stores pages from an offset on.</summary>
    /// <returns>How many saved tracks there are, as Spotify told last.</returns>
    private async Task<int?> ReadPagesAsync(SyncPull pull, int offset, bool stopsAtKnown, HashSet<int>? seen, CancellationToken cancellationToken)
    {
        int? total = null;
        while (true)
        {
            var page = await spotify.GetSavedTracksAsync(pull.ListenerId, offset, cancellationToken);
            total = page.Total ?? total;
            var (numbers, meetsKnown) = await StoreAsync(pull.ListenerId, page.Items, cancellationToken);
            pull.Tracks.UnionWith(numbers);
            seen?.UnionWith(numbers);
            if (!page.HasNext || (stopsAtKnown && meetsKnown))
            {
                return total;
            }

            offset += PageSize;
        }
    }

    private async Task<(IReadOnlyList<int> Numbers, bool MeetsKnown)> StoreAsync(int listenerId, IReadOnlyList<SpotifySavedTrack> items, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var write = await writer.BeginAsync(listenerId, cancellationToken);
        if (items.Count > 0)
        {
            await write.EndDemoAsync(cancellationToken);
        }

        using var catalogue = new LiveCatalogue(write, now);
        var (numbers, meetsKnown) = new SavedLibrary(write, now).Store(items, catalogue);
        await RenamedPlays.DeriveAsync(write, catalogue.Renamed, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return (numbers, meetsKnown);
    }

    private async Task<(int Stored, int LeftOut)> ReadStateAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var write = await writer.BeginAsync(listenerId, cancellationToken);
        return await new SavedLibrary(write, time.GetUtcNow()).ReadAsync(cancellationToken);
    }
}
