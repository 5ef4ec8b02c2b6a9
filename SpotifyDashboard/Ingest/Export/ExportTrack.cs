using SpotifyDashboard.Ingest.History;

namespace SpotifyDashboard.Ingest.Export;

/// <summary>A track as an export tells it; moments are milliseconds since 1970 (UTC).</summary>
internal sealed class ExportTrack
{
    public required string? SpotifyId { get; init; }

    public required string NameKey { get; init; }

    public required string Title { get; init; }

    public required string Artist { get; init; }

    public required string? Album { get; init; }

    /// <summary>Spotify's id; empty while unknown.</summary>
    public required string ArtistId { get; init; }

    /// <summary>Whether the artist has no id although another of the same name has one.</summary>
    public bool IsArtistWithoutId { get; set; }

    public required string? ArtistImage { get; init; }

    /// <summary>Spotify's id; empty while unknown, null where the album is.</summary>
    public required string? AlbumId { get; init; }

    public required string? AlbumImage { get; init; }

    public required string? AlbumDate { get; init; }

    public required string? AlbumArtist { get; init; }

    public required string? AlbumArtistId { get; init; }

    public required int? DurationMs { get; init; }

    public required string? Isrc { get; init; }

    public required bool? Explicit { get; init; }

    public required int? Popularity { get; init; }

    /// <summary>The moment the names stem from.</summary>
    public required long NamedAt { get; init; }

    /// <summary>Number of the artist's row: tells artists of one name apart, and stands in no file.</summary>
    public required int ArtistRow { get; init; }

    /// <summary>How it sounds; null while unknown.</summary>
    public OwnSound? Sound { get; set; }

    /// <summary>The artist's genres; none in all but one track of the artist.</summary>
    public IReadOnlyList<OwnGenre> Genres { get; set; } = [];

    /// <summary>End of the track's last sighting in this history, from which its names would stem without being told; null where there is none.</summary>
    public long? LastEnd { get; set; }

    /// <summary>Whether an import takes the names from the track's last sighting, so that their moment need not be told.</summary>
    public bool NamesAreOfLastEnd => NamedAt <= LastEnd;

    /// <summary>Whether the key is the one that the names make; not so where the artist was renamed since.</summary>
    public bool HasKeyOfNames => NameKey == Listening.NameKey.Of(Artist, Title);

    /// <summary>How other rows refer to it.</summary>
    public string Reference => OwnNames.Reference(SpotifyId, NameKey);

    /// <summary>Whether a row has told of it already.</summary>
    public bool IsTold { get; set; }
}
