namespace SpotifyDashboard.Statistics.Habits;

/// <summary>Sorts the free platform texts of exports ("iOS 14.2 (iPhone12,1)") into families.</summary>
internal static class PlatformFamily
{
    /// <summary>The first family of which a word is contained in the text, in this order.</summary>
    private static readonly (string Name, string[] Words)[] s_families =
    [
        ("TV and cast", ["cast", "tv", "roku", "chromecast", "airplay"]),
        ("Speakers", ["sonos", "speaker", "echo", "alexa", "amazon", "google home", "homepod", "bose", "denon", "avr"]),
        ("Consoles", ["playstation", "ps3", "ps4", "ps5", "xbox"]),
        ("Cars", ["car", "tesla"]),
        ("Web player", ["web", "browser"]),
        ("iOS", ["ios", "iphone", "ipad", "watch"]),
        ("Android", ["android"]),
        ("macOS", ["osx", "os x", "macos", "mac os"]),
        ("Windows", ["windows"]),
        ("Linux", ["linux"]),
    ];

    /// <summary>The family of <paramref name="platform"/>; <c>Unknown</c> for an empty text, <c>Other</c> where no word is contained.</summary>
    public static string Of(string platform) => platform.Length == 0
        ? "Unknown"
        : Array.Find(s_families, family => Array.Exists(family.Words, word => platform.Contains(word, StringComparison.OrdinalIgnoreCase))).Name ?? "Other";
}
