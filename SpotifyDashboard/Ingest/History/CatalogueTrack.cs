namespace SpotifyDashboard.Ingest.History;

/// <summary>A stored track while files are read: its number, and the latest names seen for it.</summary>
internal sealed class CatalogueTrack(int id, RowTrack stored, long storedAt, string nameKey, int? addedWith)
{
    public int Id { get; } = id;

    /// <summary>The file that brought the track; null where it was known before the import.</summary>
    public int? AddedWith { get; } = addedWith;

    /// <summary>The names as they stand in the database.</summary>
    public RowTrack Stored { get; private set; } = stored;

    /// <summary>Artist and title in comparable form, as they stand in the database.</summary>
    public string NameKey { get; private set; } = nameKey;

    /// <summary>The names of the latest sighting.</summary>
    public RowTrack Names { get; private set; } = stored;

    /// <summary>When that sighting ended, milliseconds since 1970.</summary>
    public long NamedAt { get; private set; } = storedAt;

    /// <summary>Whether the database has yet to be told.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Notes a sighting: the names of the latest win, and of two at the same moment those that are ordinally last, so that the order of import does not matter.</summary>
    /// <returns>Whether this is the first change since the database was told.</returns>
    public bool Observe(RowTrack names, long endedAt)
    {
        if (endedAt < NamedAt || (endedAt == NamedAt && Compare(names, Names) <= 0))
        {
            return false;
        }

        NamedAt = endedAt;
        Names = names;
        var isFirst = !IsChanged;
        IsChanged = true;
        return isFirst;
    }

    /// <summary>Notes that the database has been told.</summary>
    public void Confirm(string nameKey)
    {
        Stored = Names;
        NameKey = nameKey;
        IsChanged = false;
    }

    public static bool AreSame(RowTrack one, RowTrack other) => Compare(one, other) == 0;

    private static int Compare(RowTrack one, RowTrack other)
    {
        if (ReferenceEquals(one, other))
        {
            return 0;
        }

        var order = string.CompareOrdinal(one.Title, other.Title);
        order = order != 0 ? order : string.CompareOrdinal(one.Artist, other.Artist);
        return order != 0 ? order : string.CompareOrdinal(one.Album, other.Album);
    }
}
