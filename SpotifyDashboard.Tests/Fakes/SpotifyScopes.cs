namespace SpotifyDashboard.Tests.Fakes;

/// <summary>The scopes the contract lists.</summary>
internal static class SpotifyScopes
{
    public const string RecentlyPlayed = "user-read-recently-played";
    public const string Top = "user-top-read";
    public const string Library = "user-library-read";
    public const string CurrentlyPlaying = "user-read-currently-playing";

    public const string ModifyPrivate = "playlist-modify-private";
    public const string ModifyPublic = "playlist-modify-public";

    public static readonly string[] All =
    [
        RecentlyPlayed, Top, Library, CurrentlyPlaying, "user-read-private", "user-read-email", "user-read-playback-state", "user-follow-read",
        "playlist-read-private", ModifyPrivate, ModifyPublic,
    ];

    /// <exception cref="RefusedException">One of them is not listed.</exception>
    public static IReadOnlyList<string> Parse(string? scope)
    {
        var scopes = (scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return scopes.FirstOrDefault(name => !All.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? throw new RefusedException($"Scope '{unknown}' is not listed.")
            : scopes;
    }
}
