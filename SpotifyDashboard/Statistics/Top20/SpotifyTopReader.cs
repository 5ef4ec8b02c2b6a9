using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Statistics.Top20;

/// <summary>Reads Spotify's own top lists, as the last sync stored them.</summary>
internal sealed class SpotifyTopReader(IDbContextFactory<DashboardDbContext> contexts)
{
    private const byte Tracks = 0;
    private const byte Artists = 1;

    /// <summary>The first places of a list; empty where no sync has brought it.</summary>
    /// <param name="listenerId">Whose list.</param>
    /// <param name="kind">Tracks or artists: Spotify ranks nothing else.</param>
    /// <param name="term">Spotify's stretch, as <c>top_items.range</c> stores it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<SpotifyTopItem>> ReadAsync(int listenerId, TopKind kind, byte term, CancellationToken cancellationToken)
    {
        var stored = kind == TopKind.Artists ? Artists : Tracks;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var items = context.TopItems.AsNoTracking()
            .Where(item => item.ListenerId == listenerId && item.Kind == stored && item.Range == term && item.Rank <= Top20List.Places)
            .OrderBy(item => item.Rank);
        return kind == TopKind.Artists
            ? await items.Join(
                context.Artists,
                item => item.ArtistId,
                artist => artist.Id,
                (item, artist) => new SpotifyTopItem(item.Rank, artist.Id, artist.Name, null, null, null, artist.ImageUrl, item.FetchedAt)).ToListAsync(cancellationToken)
            : await items.Join(context.Tracks, item => item.TrackId, track => track.Id, (item, track) => new { Item = item, Track = track })
                .Join(context.Artists, row => row.Track.ArtistId, artist => artist.Id, (row, artist) => new { row.Item, row.Track, Artist = artist })
                .LeftJoin(
                    context.Albums,
                    row => row.Track.AlbumId,
                    album => album.Id,
                    (row, album) => new SpotifyTopItem(row.Item.Rank, row.Track.Id, row.Track.Title, row.Artist.Name, album == null ? null : album.Title, row.Track.Popularity, album == null ? null : album.ImageUrl, row.Item.FetchedAt))
                .ToListAsync(cancellationToken);
    }
}
