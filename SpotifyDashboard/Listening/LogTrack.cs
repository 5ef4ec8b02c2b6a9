namespace SpotifyDashboard.Listening;

/// <summary>A track of a <see cref="LogCatalogue"/>: one that its listener played, saved or imported.</summary>
/// <param name="Id">Number of the track's row.</param>
/// <param name="SpotifyId">Spotify's id; null where the track is known by name only.</param>
/// <param name="Title">The title as given; empty while unknown.</param>
/// <param name="ArtistIndex">Place of the artist in <see cref="LogCatalogue.Artists"/>.</param>
/// <param name="AlbumIndex">Place of the album in <see cref="LogCatalogue.Albums"/>, or −1 while unknown.</param>
/// <param name="DurationMs">Length in milliseconds; null while unknown.</param>
/// <param name="IsInLibrary">Whether it was saved or imported, played or not.</param>
public sealed record LogTrack(int Id, string? SpotifyId, string Title, int ArtistIndex, int AlbumIndex, int? DurationMs, bool IsInLibrary)
{
    /// <summary>The id by which addresses and the API name the track: Spotify's, or <c>name:</c> and the row's number.</summary>
    public string PublicId => SpotifyId ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"name:{Id}");

    /// <summary>Whether Spotify marks it explicit; null while unknown.</summary>
    public bool? Explicit { get; init; }

    /// <summary>0 to 100, as ReccoBeats tells it; null while unknown.</summary>
    public int? Popularity { get; init; }
}
