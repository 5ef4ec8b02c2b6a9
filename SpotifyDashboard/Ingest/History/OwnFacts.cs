using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>What a row of our own export tells beside the columns of the extended form. Moments are milliseconds since 1970 (UTC).</summary>
internal sealed class OwnFacts
{
    public OwnKind Kind { get; set; }

    /// <summary>Who said what the row says.</summary>
    public Source Source { get; set; } = Source.ExtendedExport;

    public string? ContextUri { get; set; }

    public short Occurrence { get; set; }

    public long? RemovedAt { get; set; }

    public long? RestoredAt { get; set; }

    public long? AddedAt { get; set; }

    public long? SavedAt { get; set; }

    public long? FromAt { get; set; }

    public long? ToAt { get; set; }

    public long? FoundAt { get; set; }

    public long? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    /// <summary>A track that another row names, see <see cref="OwnNames.Reference"/>.</summary>
    public string? One { get; set; }

    /// <summary>The track that is not the same recording as <see cref="One"/>.</summary>
    public string? Other { get; set; }

    public long? DecidedAt { get; set; }

    /// <summary>What is known of the track; told in the first row that names it.</summary>
    public OwnTrack? Track { get; set; }
}
