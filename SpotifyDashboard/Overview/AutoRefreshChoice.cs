namespace SpotifyDashboard.Overview;

/// <summary>How often the page refreshes by itself.</summary>
/// <param name="Key">As it is remembered in the browser.</param>
/// <param name="Name">As it is read.</param>
/// <param name="Interval">The time between two refreshes; null for never.</param>
internal sealed record AutoRefreshChoice(string Key, string Name, TimeSpan? Interval)
{
    /// <summary>The browser's name for what was chosen.</summary>
    public const string Preference = "auto-refresh";

    /// <summary>All choices; the first is the default.</summary>
    public static IReadOnlyList<AutoRefreshChoice> All { get; } =
    [
        new("off", "Off", null),
        new("30s", "Every 30 s", TimeSpan.FromSeconds(30)),
        new("1m", "Every minute", TimeSpan.FromMinutes(1)),
        new("5m", "Every 5 min", TimeSpan.FromMinutes(5)),
        new("15m", "Every 15 min", TimeSpan.FromMinutes(15)),
    ];

    /// <summary>The choice remembered as <paramref name="key"/>; the default where it is unknown.</summary>
    public static AutoRefreshChoice Find(string? key) => All.FirstOrDefault(choice => choice.Key == key) ?? All[0];
}
