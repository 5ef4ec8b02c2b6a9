using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Brings Spotify's own top lists up to date: tracks and artists, three stretches each.</summary>
internal sealed class TopSync(SpotifyClient spotify, StorageWriter writer, IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    private const byte Tracks = 0;
    private const byte Artists = 1;

    /// <summary>Spotify reckons them about once a day (contracts, 2.5).</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromHours(1);

    private static readonly SpotifyTimeRange[] s_ranges = [SpotifyTimeRange.ShortTerm, SpotifyTimeRange.MediumTerm, SpotifyTimeRange.LongTerm];

    /// <summary>The lists of tracks.</summary>
    public async Task RunTracksAsync(SyncPull pull, CancellationToken cancellationToken)
    {
        foreach (var range in s_ranges)
        {
            if (await FreshAsync(pull.ListenerId, Tracks, range, cancellationToken) is { Count: > 0 } known)
            {
                pull.TopTracks += known.Count;
                pull.Tracks.UnionWith(known.Select(item => item.TrackId ?? 0));
                continue;
            }

            var tracks = await spotify.GetTopTracksAsync(pull.ListenerId, range, cancellationToken);
            var now = time.GetUtcNow();
            await StoreAsync(pull.ListenerId, Tracks, range, catalogue => [.. tracks.Select(track => catalogue.Track(track, now)).OfType<int>().Distinct()], pull, now, cancellationToken);
        }
    }

    /// <summary>The lists of artists, with pictures and genres where Spotify tells them.</summary>
    public async Task RunArtistsAsync(SyncPull pull, CancellationToken cancellationToken)
    {
        foreach (var range in s_ranges)
        {
            if (await FreshAsync(pull.ListenerId, Artists, range, cancellationToken) is { Count: > 0 } known)
            {
                pull.TopArtists += known.Count;
                continue;
            }

            var artists = await spotify.GetTopArtistsAsync(pull.ListenerId, range, cancellationToken);
            await StoreAsync(pull.ListenerId, Artists, range, catalogue => [.. artists.Select(catalogue.Artist).Distinct()], pull, time.GetUtcNow(), cancellationToken);
        }
    }

    private async Task<List<TopItemRow>> FreshAsync(int listenerId, byte kind, SpotifyTimeRange range, CancellationToken cancellationToken)
    {
        var (since, stretch) = (time.GetUtcNow() - s_fresh, (byte)range);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.TopItems.AsNoTracking()
            .Where(item => item.ListenerId == listenerId && item.Kind == kind && item.Range == stretch && item.FetchedAt > since)
            .ToListAsync(cancellationToken);
    }

    private async Task StoreAsync(
        int listenerId,
        byte kind,
        SpotifyTimeRange range,
        Func<LiveCatalogue, IReadOnlyList<int>> number,
        SyncPull pull,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var write = await writer.BeginAsync(listenerId, cancellationToken);
        await write.EndDemoAsync(cancellationToken);
        using var catalogue = new LiveCatalogue(write, now);
        var numbers = number(catalogue);
        await using var clear = write.Command($"DELETE FROM top_items WHERE listener_id = {listenerId} AND kind = {kind} AND range = {(byte)range}");
        await clear.ExecuteNonQueryAsync(cancellationToken);
        await using var add = write.Command(
            $"INSERT INTO top_items (listener_id, kind, range, rank, track_id, artist_id, fetched_at) VALUES ({listenerId}, {kind}, {(byte)range}, @rank, @track, @artist, @at)",
            "rank", "track", "artist", "at");
        for (var i = 0; i < numbers.Count; i++)
        {
            add.Run((short)(i + 1), kind == Tracks ? numbers[i] : null, kind == Artists ? numbers[i] : null, now.ToUnixTimeMilliseconds());
        }

        await RenamedPlays.DeriveAsync(write, catalogue.Renamed, cancellationToken);
        write.MarkAdded();
        await write.CommitAsync(cancellationToken);
        if (kind == Tracks)
        {
            pull.TopTracks += numbers.Count;
            pull.Tracks.UnionWith(numbers);
        }
        else
        {
            pull.TopArtists += numbers.Count;
        }
    }
}
