namespace SpotifyDashboard.Ingest.History;

/// <summary>Reads the rows of one file of plays, once.</summary>
internal interface IHistoryReader
{
    /// <summary>Rows seen so far, by the reader's own count; a file cut short counts one more.</summary>
    long RowsRead { get; }

    /// <summary>Reads from beginning to end; memory does not grow with the file.</summary>
    /// <param name="stream">The file's content.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Rows in the order of the file, in portions that are the caller's to keep.</returns>
    IAsyncEnumerable<IReadOnlyList<HistoryRow>> ReadAsync(Stream stream, CancellationToken cancellationToken);
}
