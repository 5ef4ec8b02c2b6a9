namespace SpotifyDashboard.Ingest.History;

/// <summary>A track as rows of one file name it. A reader makes one for each distinct combination, so that rows share it.</summary>
/// <param name="SpotifyId">Spotify's id; null where the format gives names only.</param>
/// <param name="Title">Title as given.</param>
/// <param name="Artist">Album artist as given.</param>
/// <param name="Album">Album title; null where the format gives none.</param>
internal sealed record RowTrack(string? SpotifyId, string Title, string Artist, string? Album)
{
    /// <summary>Set by the <see cref="Catalogue"/> of the file when it first meets this track: spares a look-up per row.</summary>
    public CatalogueTrack? Known { get; set; }
}
