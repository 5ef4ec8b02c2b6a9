using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Statistics.History;

/// <summary>The history as a table for a spreadsheet.</summary>
internal static class HistoryTable
{
    /// <summary>One row per play.</summary>
    public static CsvTable Of(IEnumerable<HistoryItem> items) => CsvTable.Of(
        ["id", "startedAt", "endedAt", "msPlayed", "trackId", "title", "artist", "album", "source", "contextUri", "counted"],
        items,
        item => [item.Id, item.StartedAt, item.EndedAt, item.MsPlayed, item.TrackId, item.Title, item.Artist, item.Album, item.Source, item.ContextUri, item.Counted]);
}
