namespace SpotifyDashboard.Ingest.Live;

/// <summary>Makes texts from outside storable on either database, and changes nothing that is.</summary>
internal static class StoredText
{
    /// <summary>Real names stay far below; the indexes of PostgreSQL end not far above.</summary>
    private const int LongestName = 500;

    /// <summary>A name, without the character that PostgreSQL has no place for, and cut where no index could hold it.</summary>
    public static string Name(string text)
    {
        var name = Whole(text);
        return name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }

    /// <summary>A text of any length.</summary>
    public static string Whole(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
