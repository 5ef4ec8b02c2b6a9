namespace SpotifyDashboard.Catalogue.Palette;

/// <summary>What a <see cref="PaletteEntry"/> leads to; of equally good matches with as many plays the first kind comes first.</summary>
public enum PaletteKind
{
    /// <summary>A page of the program.</summary>
    Page,

    /// <summary>Something that is done where the listener is.</summary>
    Action,

    /// <summary>An artist of the listener's.</summary>
    Artist,

    /// <summary>A track, named by the one its recording goes by.</summary>
    Track,

    /// <summary>An album.</summary>
    Album,
}
