namespace SpotifyDashboard.Listening;

/// <summary>An album, as named by an export or by Spotify.</summary>
public sealed class Album
{
    public int Id { get; set; }

    /// <summary>Spotify's id; empty while only the names are known.</summary>
    public string SpotifyId { get; set; } = "";

    /// <summary>The album's (first) artist.</summary>
    public int ArtistId { get; set; }

    /// <summary>The title as given.</summary>
    public required string Title { get; set; }

    /// <summary>Spotify's release date as given: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; null while unknown.</summary>
    public string? ReleaseDate { get; set; }

    /// <summary>Address of the cover at Spotify; null while unknown.</summary>
    public string? ImageUrl { get; set; }
}
