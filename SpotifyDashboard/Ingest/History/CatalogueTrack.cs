namespace SpotifyDashboard.Ingest.History;

/// <summary>A stored track while a file is read: its number, and the latest names seen for it.</summary>
internal sealed class CatalogueTrack(int id, RowTrack stored, long storedAt, string nameKey, bool wasKnown)
{
    public int Id { get; } = id;

    /// <summary>The names as they stand in the database.</summary>
    public RowTrack Stored { get; } = stored;

    /// <summary>Artist and title in comparable form, as they stand in the database.</summary>
    public string NameKey { get; } = nameKey;

    /// <summary>Whether it was stored before this file, so that sightings of it may have been compared by other names.</summary>
    public bool WasKnown { get; } = wasKnown;

    /// <summary>The names of the latest sighting.</summary>
    public RowTrack Names { get; private set; } = stored;

    /// <summary>When the sighting of the stored names ended, milliseconds since 1970.</summary>
    public long StoredAt { get; } = storedAt;

    /// <summary>When the sighting of the latest names ended, milliseconds since 1970.</summary>
    public long NamedAt { get; private set; } = storedAt;

    /// <summary>Whether the database has to be told.</summary>
    public bool IsDirty => NamedAt != StoredAt || !AreSame(Names, Stored);

    /// <summary>Notes a sighting: the names of the latest win, and of two at the same moment those that are ordinally last, so that the order of import does not matter.</summary>
    public void Observe(RowTrack names, long endedAt)
    {
        if (endedAt > NamedAt || (endedAt == NamedAt && Compare(names, Names) > 0))
        {
            NamedAt = endedAt;
            Names = names;
        }
    }

    public static bool AreSame(RowTrack one, RowTrack other) => ReferenceEquals(one, other) || Compare(one, other) == 0;

    private static int Compare(RowTrack one, RowTrack other)
    {
        var order = string.CompareOrdinal(one.Title, other.Title);
        order = order != 0 ? order : string.CompareOrdinal(one.Artist, other.Artist);
        return order != 0 ? order : string.CompareOrdinal(one.Album, other.Album);
    }
}
