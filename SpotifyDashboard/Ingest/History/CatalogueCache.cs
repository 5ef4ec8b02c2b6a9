namespace SpotifyDashboard.Ingest.History;

/// <summary>What an import has learnt of the catalogue so far, kept from file to file.</summary>
/// <remarks>
/// Numbers stay true: tracks are never deleted but for the demo's. Names may be changed by another process between two files; the statement
/// that stores names looks at the database's own moment, not at this one. Must be cleared when a transaction that filled it is rolled back.
/// </remarks>
internal sealed class CatalogueCache
{
    private const int MostTracks = 150_000;

    public Dictionary<string, CatalogueTrack> ById { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CatalogueTrack> ByNames { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Artists { get; } = new(StringComparer.Ordinal);

    public Dictionary<(int Artist, string Title), int> Albums { get; } = [];

    public Dictionary<RowCircumstance, int> Circumstances { get; } = [];

    public void Clear()
    {
        ById.Clear();
        ByNames.Clear();
        Artists.Clear();
        Albums.Clear();
        Circumstances.Clear();
    }

    /// <summary>Forgets everything where it has grown too large. Only between files: readers hold on to what they were given.</summary>
    public void Trim()
    {
        if (ById.Count + ByNames.Count > MostTracks)
        {
            Clear();
        }
    }
}
