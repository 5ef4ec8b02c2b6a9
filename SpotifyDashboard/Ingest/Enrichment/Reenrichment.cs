using System.Globalization;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Has the outside asked anew for what a listener's tracks and artists lack, without waiting for the usual time.</summary>
public sealed class Reenrichment
{
    private readonly StorageWriter _writer;
    private readonly EnrichmentService _service;

    internal Reenrichment(StorageWriter writer, EnrichmentService service) => (_writer, _service) = (writer, service);

    /// <summary>Forgets that something was missing or failed; what was found stays.</summary>
    /// <param name="listenerId">Whose tracks.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>How many questions are asked again.</returns>
    public async Task<int> AskAgainAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var write = await _writer.BeginAsync(listenerId: 0, cancellationToken);
        var theirs = string.Create(CultureInfo.InvariantCulture, $"SELECT track_id FROM plays WHERE listener_id = {listenerId} UNION SELECT track_id FROM library_tracks WHERE listener_id = {listenerId}");
        var asked = await write.ExecuteAsync(
            $"""
            DELETE FROM enrichments WHERE outcome <> {(int)EnrichmentOutcome.Found} AND (
              (subject = 0 AND subject_id IN ({theirs})) OR (subject = 1 AND subject_id IN (SELECT artist_id FROM tracks WHERE id IN ({theirs}))))
            """,
            cancellationToken);
        await write.CommitAsync(cancellationToken);
        _service.Wake();
        return asked;
    }
}
