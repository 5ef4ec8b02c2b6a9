namespace SpotifyDashboard.Ingest.History;

/// <summary>An import, or one of its files, can't be done; the message tells the listener why and what to do.</summary>
public sealed class ImportException(string message, ImportResult? result = null, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The ledgers so far, where there are any.</summary>
    public ImportResult? Result { get; } = result;
}
