namespace SpotifyDashboard.Catalogue.Palette;

/// <summary>One line of the palette.</summary>
/// <param name="Key">Unique among all entries; the id of what it leads to.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="Name">Title, name or what is done, as it is read.</param>
public sealed record PaletteEntry(string Key, PaletteKind Kind, string Name)
{
    /// <summary>The artist of a track or album.</summary>
    public string? Artist { get; init; }

    /// <summary>Address of the cover or picture; null while unknown, and for pages and actions.</summary>
    public string? PictureUrl { get; init; }

    /// <summary>Counted plays in the whole history.</summary>
    public int Plays { get; init; }

    /// <summary>The address to go to; null for an action.</summary>
    public string? Address { get; init; }
}
