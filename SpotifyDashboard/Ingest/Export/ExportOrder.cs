namespace SpotifyDashboard.Ingest.Export;

/// <summary>Orders sightings by what the sources said, never by numbers of rows: the same history gives the same file.</summary>
internal sealed class ExportOrder : IComparer<ExportSighting>
{
    public static readonly ExportOrder Instance = new();

    /// <inheritdoc/>
    public int Compare(ExportSighting x, ExportSighting y)
    {
        var order = x.EndedAt.CompareTo(y.EndedAt);
        order = order != 0 ? order : x.Source.CompareTo(y.Source);
        order = order != 0 ? order : string.CompareOrdinal(x.Track.SpotifyId, y.Track.SpotifyId);
        order = order != 0 ? order : string.CompareOrdinal(x.Track.NameKey, y.Track.NameKey);
        order = order != 0 ? order : x.MsPlayed.CompareTo(y.MsPlayed);
        order = order != 0 ? order : x.OfflineTimestamp.CompareTo(y.OfflineTimestamp);
        return order != 0 ? order : x.Occurrence.CompareTo(y.Occurrence);
    }
}
