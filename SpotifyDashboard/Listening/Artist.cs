namespace SpotifyDashboard.Listening;

/// <summary>An artist, as named by an export or by Spotify.</summary>
public sealed class Artist
{
    public int Id { get; set; }

    /// <summary>Spotify's id; empty while only the name is known.</summary>
    public string SpotifyId { get; set; } = "";

    /// <summary>The name as given.</summary>
    public required string Name { get; set; }

    /// <summary>Address of a picture at Spotify; null while unknown.</summary>
    public string? ImageUrl { get; set; }
}
