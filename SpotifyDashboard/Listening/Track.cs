namespace SpotifyDashboard.Listening;

/// <summary>A track: one Spotify id, or one pair of names where a source gave no id.</summary>
public sealed class Track
{
    public int Id { get; set; }

    /// <summary>Spotify's id (22 characters of base 62); null where the track is known by name only.</summary>
    public string? SpotifyId { get; set; }

    /// <summary>Artist and title in the form in which they are compared, see <see cref="Listening.NameKey"/>; empty where the names are unknown.</summary>
    public required string NameKey { get; set; }

    /// <summary>The title as given; empty while unknown.</summary>
    public required string Title { get; set; }

    /// <summary>The album artist of an export, the first artist of Spotify's answer.</summary>
    public int ArtistId { get; set; }

    /// <summary>The album; null while unknown.</summary>
    public int? AlbumId { get; set; }

    /// <summary>Length in milliseconds; null while unknown.</summary>
    public int? DurationMs { get; set; }

    /// <summary>International standard recording code; null while unknown.</summary>
    public string? Isrc { get; set; }

    /// <summary>Whether Spotify marks it explicit; null while unknown.</summary>
    public bool? Explicit { get; set; }

    /// <summary>0 to 100, as ReccoBeats tells it; null while unknown.</summary>
    public int? Popularity { get; set; }

    /// <summary>The moment the names stem from (UTC): among sources that disagree, the latest names win, whatever the order of import.</summary>
    public DateTimeOffset NamedAt { get; set; }

    /// <summary>Whether the demo listener made it up; such a track goes with the demo.</summary>
    public bool IsInvented { get; set; }
}
