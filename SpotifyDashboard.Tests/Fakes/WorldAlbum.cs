namespace SpotifyDashboard.Tests.Fakes;

/// <summary>An album of a <see cref="SpotifyWorld"/>.</summary>
internal sealed class WorldAlbum(string id, string name, WorldArtist artist, string releaseDate)
{
    public string Id => id;

    public string Name => name;

    public WorldArtist Artist => artist;

    /// <summary>As Spotify writes it: <c>2025</c>, <c>2025-09</c> or <c>2025-09-12</c>.</summary>
    public string ReleaseDate => releaseDate;

    /// <summary>Addresses of its cover, largest first; may be empty.</summary>
    public IReadOnlyList<(Uri Url, int Size)> Images { get; set; } = [];

    public string ReleaseDatePrecision => releaseDate.Length switch { 4 => "year", 7 => "month", _ => "day" };
}
