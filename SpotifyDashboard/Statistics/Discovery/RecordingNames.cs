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

    /// <summary>By name, then by id, both ordinal: what decides between rows that are equal in all that is counted.</summary>
    public static int Compare(LogCatalogue catalogue, int track, int other)
    {
        var byName = string.CompareOrdinal(catalogue.Tracks[track].Title, catalogue.Tracks[other].Title);
        return byName != 0 ? byName : string.CompareOrdinal(catalogue.Tracks[track].PublicId, catalogue.Tracks[other].PublicId);
    }
}
