using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>One row of a history file, as its reader understood it. Never holds an address, user agent, user name or place.</summary>
internal readonly record struct HistoryRow
{
    public required RowKind Kind { get; init; }

    /// <summary>When the stream stopped, as given; milliseconds since 1970 (UTC).</summary>
    public long EndedAt { get; init; }

    public int MsPlayed { get; init; }

    /// <summary>The export's <c>offline_timestamp</c> as given; 0 where none.</summary>
    public long OfflineTimestamp { get; init; }

    public SightingTraits Flags { get; init; }

    /// <summary>The track of a <see cref="RowKind.Play"/>.</summary>
    public RowTrack? Track { get; init; }

    /// <summary>Reasons, platform and country; null where the format tells none.</summary>
    public RowCircumstance? Circumstance { get; init; }

    /// <summary>The episode or chapter of a <see cref="RowKind.Spoken"/>.</summary>
    public RowSpoken? Spoken { get; init; }

    /// <summary>What only our own export tells; null in a row of any other.</summary>
    public OwnFacts? Own { get; init; }

    /// <summary>Why it is not music or malformed.</summary>
    public string? Reason { get; init; }

    public static HistoryRow NotMusic(string reason) => new() { Kind = RowKind.NotMusic, Reason = reason };

    public static HistoryRow Malformed(string reason) => new() { Kind = RowKind.Malformed, Reason = reason };
}
