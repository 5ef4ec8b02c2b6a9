using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>What a page of the catalogue is about.</summary>
public enum ItemKind
{
    /// <summary>A recording, under whichever of its ids.</summary>
    Track = (int)TopKind.Tracks,

    /// <summary>An artist, as top lists count them.</summary>
    Artist = (int)TopKind.Artists,

    /// <summary>An album, as top lists count them.</summary>
    Album = (int)TopKind.Albums,
}
