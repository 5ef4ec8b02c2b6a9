using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.Status;

/// <summary>Counts what is known of tracks and artists.</summary>
internal static class CoverageReader
{
    /// <summary>Reads the counts; tracks made up for the demo are left out.</summary>
    public static async Task<CoverageStatus> ReadAsync(DashboardDbContext context, CancellationToken cancellationToken)
    {
        var tracks = context.Tracks.AsNoTracking().Where(track => track.SpotifyId != null && !track.IsInvented);
        var artists = tracks.Select(track => track.ArtistId).Distinct();
        return new CoverageStatus(
            await tracks.CountAsync(cancellationToken),
            await tracks.CountAsync(track => context.AudioFeatures.Any(features => features.TrackId == track.Id), cancellationToken),
            await artists.CountAsync(cancellationToken),
            await artists.CountAsync(artist => context.ArtistGenres.Any(genre => genre.ArtistId == artist), cancellationToken),
            await tracks.CountAsync(track => context.Albums.Any(album => album.Id == track.AlbumId && album.ImageUrl != null), cancellationToken));
    }
}
