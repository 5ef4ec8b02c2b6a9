using System.Globalization;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>A CSV with a column of Spotify track ids: brings tracks and audio features, never plays. Its ledger counts tracks.</summary>
internal sealed class TrackCsvFormat : IImportFormat
{
    /// <inheritdoc/>
    public string Kind => "tracks";

    /// <inheritdoc/>
    public bool Recognizes(FileHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        var first = head.Bytes.Span.IndexOfAnyExcept(" \t\r\n"u8);
        return first >= 0
            && head.Bytes.Span[first] is not ((byte)'[' or (byte)'{')
            && !head.Bytes.Span.Contains((byte)0)
            && new CsvColumns(TrackCsvReader.Headers(head.Bytes)).Id is not null;
    }

    /// <inheritdoc/>
    public async Task ImportAsync(FileImport file, WriteTransaction write, int fileId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(write);
        var reader = new TrackCsvReader();
        using var catalogue = new Catalogue(write, file.Catalogue, fileId);
        using var writer = new FeatureWriter(write, catalogue, file.Ledger, file.Name, file.Now);
        await foreach (var row in reader.ReadAsync(file.Content, cancellationToken))
        {
            if (row.Track is not null)
            {
                await write.EndDemoAsync(cancellationToken);
            }

            writer.Write(row);
            if (reader.RowsRead % 500 == 0)
            {
                file.Report(string.Create(CultureInfo.InvariantCulture, $"{reader.RowsRead:N0} tracks read"));
            }
        }

        file.Ledger.Read = reader.RowsRead;
        catalogue.StoreNames();
    }
}
