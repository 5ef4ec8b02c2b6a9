using System.Globalization;

namespace SpotifyDashboard.Listening;

/// <summary>An artist of a <see cref="LogCatalogue"/>.</summary>
/// <param name="Id">Number of the artist's row.</param>
/// <param name="SpotifyId">Spotify's id; empty while only the name is known.</param>
/// <param name="Name">The name as given.</param>
/// <param name="ImageUrl">Address of a picture at Spotify; null while unknown.</param>
public sealed record LogArtist(int Id, string SpotifyId, string Name, string? ImageUrl)
{
    /// <summary>The id by which addresses and the API name the artist: Spotify's, or the row's number.</summary>
    public string PublicId => SpotifyId.Length > 0 ? SpotifyId : Id.ToString(CultureInfo.InvariantCulture);
}
