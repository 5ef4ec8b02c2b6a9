using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>The one row that says how often more became known of tracks, artists and albums; not there before the first time.</summary>
public sealed class CatalogueRow
{
    /// <summary>Always <see cref="PlaysChanged.Everybody"/>: news of the catalogue are news of nobody in particular.</summary>
    public int Id { get; set; }

    /// <summary>Rises by one with each change that is told.</summary>
    public long Version { get; set; }
}
