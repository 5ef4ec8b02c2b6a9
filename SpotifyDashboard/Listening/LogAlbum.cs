using System.Globalization;

namespace SpotifyDashboard.Listening;

/// <summary>An album of a <see cref="LogCatalogue"/>.</summary>
/// <param name="Id">Number of the album's row.</param>
/// <param name="SpotifyId">Spotify's id; empty while only the names are known.</param>
/// <param name="Title">The title as given.</param>
/// <param name="ArtistIndex">Place of the album's artist in <see cref="LogCatalogue.Artists"/>.</param>
/// <param name="ImageUrl">Address of the cover at Spotify; null while unknown.</param>
public sealed record LogAlbum(int Id, string SpotifyId, string Title, int ArtistIndex, string? ImageUrl)
{
    /// <summary>The id by which addresses and the API name the album: Spotify's, or the row's number.</summary>
    public string PublicId => SpotifyId.Length > 0 ? SpotifyId : Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The year of its release, as Spotify dates it; null while unknown.</summary>
    public int? ReleaseYear { get; init; }
}
