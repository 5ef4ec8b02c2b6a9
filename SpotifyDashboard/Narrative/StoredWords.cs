namespace SpotifyDashboard.Narrative;

/// <summary>Values of an enumeration as they stand in the database and in addresses: their names in lower case.</summary>
internal static class StoredWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static T Read<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);
}
