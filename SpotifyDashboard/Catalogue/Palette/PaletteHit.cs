namespace SpotifyDashboard.Catalogue.Palette;

/// <summary>Something that a searched text was found in, before it is put into words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its place in the catalogue, or among the shortcuts.</param>
/// <param name="Grade">How well it fits; the higher, the better.</param>
/// <param name="Plays">Counted plays; pages and actions have none and still come first, see <see cref="Compare"/>.</param>
internal readonly record struct PaletteHit(PaletteKind Kind, int Index, int Grade, int Plays)
{
    /// <summary>Negative where <paramref name="left"/> stands before <paramref name="right"/>: better match, then pages and actions, then more plays, then kind and place.</summary>
    public static int Compare(PaletteHit left, PaletteHit right) => left.Order.CompareTo(right.Order);

    private (int, int, int, PaletteKind, int) Order => (-Grade, IsOwn ? 0 : 1, -Plays, Kind, Index);

    private bool IsOwn => Kind is PaletteKind.Page or PaletteKind.Action;
}
