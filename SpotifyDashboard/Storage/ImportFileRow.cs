namespace SpotifyDashboard.Storage;

/// <summary>The ledger of one imported file: <c>read = added + merged + duplicate + notMusic + malformed</c>.</summary>
public sealed class ImportFileRow
{
    public int Id { get; set; }

    public int ListenerId { get; set; }

    /// <summary>The import it belongs to.</summary>
    public Guid JobId { get; set; }

    /// <summary>Name of the file as uploaded; inside an archive its path there.</summary>
    public required string Name { get; set; }

    /// <summary>The format it was read as, for example <c>extended</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>Rows the reader saw, by the reader's own count.</summary>
    public long RowsRead { get; set; }

    public long Added { get; set; }

    public long Merged { get; set; }

    public long Duplicate { get; set; }

    public long NotMusic { get; set; }

    public long Malformed { get; set; }

    /// <summary>Reason → count (JSON object).</summary>
    public required string Reasons { get; set; }

    /// <summary>When the file was committed (UTC).</summary>
    public DateTimeOffset FinishedAt { get; set; }
}
