namespace SpotifyDashboard.Ingest.History;

/// <summary>What our own export tells of a track, its artist and its album beside their names; null where it was not known.</summary>
internal sealed class OwnTrack
{
    /// <summary>The moment the names stem from, milliseconds since 1970.</summary>
    public long? NamedAt { get; set; }

    /// <summary>The names in comparable form where they are not those of the row: an artist may have changed their name since.</summary>
    public string? NameKey { get; set; }

    public int? DurationMs { get; set; }

    public string? Isrc { get; set; }

    public bool? Explicit { get; set; }

    public int? Popularity { get; set; }

    /// <summary>Whether the artist has no id although another of the same name has one.</summary>
    public bool ArtistWithoutId { get; set; }

    /// <summary>Spotify's id.</summary>
    public string? ArtistId { get; set; }

    public string? ArtistImage { get; set; }

    /// <summary>Spotify's id.</summary>
    public string? AlbumId { get; set; }

    public string? AlbumImage { get; set; }

    public string? AlbumDate { get; set; }

    public string? AlbumArtist { get; set; }

    /// <summary>Spotify's id.</summary>
    public string? AlbumArtistId { get; set; }

    public OwnSound? Sound { get; set; }

    /// <summary>The artist's genres; told with the first of their tracks.</summary>
    public IReadOnlyList<OwnGenre> Genres { get; set; } = [];
}
