namespace SpotifyDashboard.Ingest.History;

/// <summary>Knows the files of Spotify's packages that hold no listening history. They are never opened: some hold one's address and birthday.</summary>
internal static class PrivateFiles
{
    private const string NoHistory = "no listening history, never opened";

    private static readonly string[] s_prefixes =
    [
        "Userdata", "Identity", "Identifiers", "Payments", "Playlist", "YourLibrary", "SearchQueries", "Follow", "Inferences", "Marquee",
        "FamilyPlan", "DuoNewFamily", "MessageData", "Wrapped", "YourSoundCapsule", "UserAddress", "UserPrompts",
    ];

    private static readonly string[] s_extensions = [".json", ".csv"];

    /// <summary>Why an entry of an archive is not opened, or null where it may hold history.</summary>
    /// <param name="path">Path inside the archive, with either kind of slash.</param>
    public static string? ReasonToIgnoreEntry(string path)
    {
        var parts = path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path.StartsWith('/') || parts.Contains("..", StringComparer.Ordinal) || path.Contains(':', StringComparison.Ordinal))
        {
            return "its name points outside the archive";
        }

        var name = parts[^1];
        if (parts[0] == "__MACOSX" || name.StartsWith('.'))
        {
            return "a by-product of the archive";
        }

        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return "a zip inside the zip: unpack it and give it directly";
        }

        return s_extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? ReasonToIgnore(name) : NoHistory;
    }

    /// <summary>Why a file with this name, without folders, is not opened, or null where it may hold history.</summary>
    public static string? ReasonToIgnore(string name) =>
        name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(s_prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            ? NoHistory
            : null;
}
