namespace SpotifyDashboard.Ingest.History;

/// <summary>A file that may hold history: loose, or an entry of an archive.</summary>
internal sealed class HistoryFile
{
    /// <summary>Its name in ledgers; unique within an import.</summary>
    public required string Name { get; init; }

    /// <summary>The same for all files of one archive; a loose file has its own.</summary>
    public required Occurrences Occurrences { get; init; }

    /// <summary>Uncompressed size in bytes, as the archive claims.</summary>
    public required long Length { get; init; }

    /// <summary>Opens its content; one at a time within an archive.</summary>
    public required Func<Stream> Open { get; init; }

    /// <summary>The format it is of; set when recognised.</summary>
    public IImportFormat? Format { get; set; }

    /// <summary>When its first row ended, milliseconds since 1970; decides the order.</summary>
    public long? FirstEnd { get; set; }
}
