using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>One row of a track file, as understood.</summary>
internal sealed record CsvTrack
{
    /// <summary>The track; null where the row is none, for the reason given.</summary>
    public RowTrack? Track { get; init; }

    /// <summary>Values in the order of <see cref="Feature"/>; null where the file tells none.</summary>
    public IReadOnlyList<double?> Features { get; init; } = [];

    public string? Isrc { get; init; }

    /// <summary>Why there is no track.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a row without a track is unreadable, rather than simply no track of Spotify's.</summary>
    public bool IsMalformed { get; init; }

    public static CsvTrack NotMusic(string reason) => new() { Reason = reason };

    public static CsvTrack Malformed(string reason) => new() { Reason = reason, IsMalformed = true };
}
