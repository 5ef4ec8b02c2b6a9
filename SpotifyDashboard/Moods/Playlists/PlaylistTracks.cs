using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Playlists;

/// <summary>Finds what is known of tracks by their public ids: those of the library, and those that were suggested.</summary>
internal sealed class PlaylistTracks(ListeningLogs logs, IDbContextFactory<DashboardDbContext> contexts)
{
    private const int SpotifyIdLength = 22;

    /// <summary>Whether Spotify can have given this id; those of the demo are of other lengths.</summary>
    public static bool IsSpotifyId(string? id) => id is { Length: SpotifyIdLength } && id.All(char.IsAsciiLetterOrDigit);

    /// <summary>The tracks in the order asked for, each once; ids that nobody knows are left out.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="publicIds">Public ids.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<IReadOnlyList<PlaylistTrack>> FindAsync(int listenerId, IEnumerable<string> publicIds, CancellationToken cancellationToken)
    {
        string[] asked = [.. publicIds.Distinct(StringComparer.Ordinal)];
        var catalogue = (await logs.GetAsync(listenerId, cancellationToken)).Catalogue;
        var suggested = Array.Exists(asked, id => catalogue.IndexOf(id) < 0) ? await SuggestedAsync(listenerId, cancellationToken) : [];
        return [.. asked.Select(id => catalogue.IndexOf(id) is >= 0 and var index ? Of(catalogue, index) : suggested.GetValueOrDefault(id)).OfType<PlaylistTrack>()];
    }

    private static PlaylistTrack Of(LogCatalogue catalogue, int index)
    {
        var track = catalogue.Tracks[index];
        var duration = catalogue.DurationMs(index);
        return new PlaylistTrack(
            track.PublicId,
            IsSpotifyId(track.SpotifyId) ? track.SpotifyId : null,
            track.Title,
            catalogue.Artists[track.ArtistIndex].Name,
            track.AlbumIndex >= 0 ? catalogue.Albums[track.AlbumIndex].Title : null,
            duration > 0 ? duration : null);
    }

    private async Task<Dictionary<string, PlaylistTrack>> SuggestedAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SuggestedTracks.AsNoTracking().Where(row => row.ListenerId == listenerId).ToDictionaryAsync(
            row => row.SpotifyId,
            row => new PlaylistTrack(row.SpotifyId, row.SpotifyId, row.Title, row.Artist, Album: null, row.DurationMs),
            StringComparer.Ordinal,
            cancellationToken);
    }
}
