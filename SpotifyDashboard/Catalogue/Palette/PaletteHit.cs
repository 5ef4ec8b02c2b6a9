namespace SpotifyDashboard.Catalogue.Palette;

/// <summary>Something that a searched text was found in, before it is put into words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its place in the catalogue, or among the shortcuts.</param>
/// <param name="Grade">How well it fits; the higher, the better.</param>
/// <param name="Plays">Counted plays; pages and actions have none and still come first, see <see cref="CompareTo"/>.</param>
internal readonly record struct PaletteHit(PaletteKind Kind, int Index, int Grade, int Plays) : IComparable<PaletteHit>
{
    /// <summary>Negative where this one stands before the other: better match, then pages and actions, then more plays, then kind and place.</summary>
    public int CompareTo(PaletteHit other) => (-Grade, IsOwn ? 0 : 1, -Plays, Kind, Index).CompareTo((-other.Grade, other.IsOwn ? 0 : 1, -other.Plays, other.Kind, other.Index));

    private bool IsOwn => Kind is PaletteKind.Page or PaletteKind.Action;
}
