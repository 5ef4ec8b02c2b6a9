using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>How rows name a recording: by the track that stands for it.</summary>
/// <param name="Catalogue">The tracks.</param>
/// <param name="Track">The standing track.</param>
internal readonly record struct RecordingNames(LogCatalogue Catalogue, int Track)
{
    /// <summary>Spotify's id; without one <c>name:</c> and a number.</summary>
    public string Id => Catalogue.Tracks[Track].PublicId;

    /// <summary>The title.</summary>
    public string Name => Catalogue.Tracks[Track].Title;

    /// <summary>The artist.</summary>
    public string Artist => Catalogue.Artists[Catalogue.Tracks[Track].ArtistIndex].Name;

    /// <summary>Address of the cover at Spotify; null while unknown.</summary>
    public string? ImageUrl => Catalogue.Tracks[Track].AlbumIndex is >= 0 and var album ? Catalogue.Albums[album].ImageUrl : null;
}
