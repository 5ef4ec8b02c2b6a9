using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Tells which suggested tracks are a recording that the listener has or has refused, under whatever id.</summary>
internal sealed class KnownRecordings(IDbContextFactory<DashboardDbContext> contexts)
{
    /// <summary>The suggestions that are neither in the library nor refused, one for each recording.</summary>
    /// <param name="catalogue">The listener's tracks.</param>
    /// <param name="suggested">All that was suggested, refused ones with them.</param>
    /// <param name="refused">Public ids that were refused.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<IReadOnlyList<SuggestedTrack>> WithoutAsync(
        LogCatalogue catalogue, IReadOnlyList<SuggestedTrack> suggested, IReadOnlySet<string> refused, CancellationToken cancellationToken)
    {
        var library = await SharingAsync(catalogue, suggested, cancellationToken);

        // Numbers below zero, so that no suggestion is taken for a row.
        RecordingTrack[] all =
        [
            .. suggested.Select(static (track, place) => new RecordingTrack(-1 - place, track.SpotifyId, NameKey.Of(track.MainArtist, track.Title), track.Isrc, track.DurationMs, HasAlbum: false)),
            .. library,
        ];
        var recordings = Recordings.Group(all, []);
        var isOut = new bool[all.Length];
        for (var place = 0; place < all.Length; place++)
        {
            isOut[recordings[place]] |= place >= suggested.Count || refused.Contains(suggested[place].SpotifyId);
        }

        var seen = new HashSet<int>();
        return [.. suggested.Where((_, place) => !isOut[recordings[place]] && seen.Add(recordings[place]))];
    }

    /// <summary>The tracks of the library that share an id, a code or names with one of the suggested.</summary>
    private async Task<IReadOnlyList<RecordingTrack>> SharingAsync(LogCatalogue catalogue, IReadOnlyList<SuggestedTrack> suggested, CancellationToken cancellationToken)
    {
        string[] ids = [.. suggested.Select(static track => track.SpotifyId)];
        string[] codes = [.. suggested.Select(static track => track.Isrc).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] names = [.. suggested.Select(static track => NameKey.Of(track.MainArtist, track.Title)).Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Tracks.AsNoTracking()
            .Where(track => ids.Contains(track.SpotifyId) || codes.Contains(track.Isrc) || names.Contains(track.NameKey))
            .Select(track => new { track.Id, track.SpotifyId, track.NameKey, track.Isrc, track.DurationMs, HasAlbum = track.AlbumId != null })
            .ToListAsync(cancellationToken);
        return [.. rows.Where(row => catalogue.IndexOf(row.Id) >= 0).Select(static row => new RecordingTrack(row.Id, row.SpotifyId, row.NameKey, row.Isrc, row.DurationMs, row.HasAlbum))];
    }
}
