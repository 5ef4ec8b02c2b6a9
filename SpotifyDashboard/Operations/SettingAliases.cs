using Microsoft.Extensions.Configuration.Json;

namespace SpotifyDashboard.Operations;

/// <summary>The upper-case names of settings, as they stand in <c>.env</c>.</summary>
internal static class SettingAliases
{
    private static readonly (string Alias, string Key)[] s_aliases =
    [
        ("SPOTIFY_CLIENT_ID", "Spotify:ClientId"),
        ("SPOTIFY_CLIENT_SECRET", "Spotify:ClientSecret"),
        ("SPOTIFY_REDIRECT_URI", "Spotify:RedirectUri"),
        ("SPOTIFY_REFRESH_TOKEN", "Spotify:RefreshToken"),
        ("CACHE_TTL_HOURS", "Cache:TtlHours"),
        ("MAX_CONCURRENT_REQUESTS", "Http:MaxConcurrentRequests"),
        ("GOOGLE_SHEETS_ID", "Survey:SheetId"),
        ("GOOGLE_SERVICE_ACCOUNT_PATH", "Survey:ServiceAccountPath"),
        ("GEMINI_API_KEY", "Narrative:ApiKey"),
        ("GENIUS_ACCESS_TOKEN", "Genius:AccessToken"),
    ];

    /// <summary>Lets each upper-case name stand for its key, unless the key itself is set by other means than a file.</summary>
    public static WebApplicationBuilder UseSettingAliases(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(Find(builder.Configuration));
        return builder;
    }

    /// <summary>The keys that are told by their upper-case names, with their values.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string?>> Find(IConfigurationRoot configuration) =>
    [
        .. s_aliases
            .Where(name => configuration[name.Alias] is { Length: > 0 } && !IsToldItself(configuration, name.Key))
            .Select(name => KeyValuePair.Create(name.Key, configuration[name.Alias])),
    ];

    // What a file says is a default, which comes with the program; compose may pass variables on that are empty.
    private static bool IsToldItself(IConfigurationRoot configuration, string key) =>
        configuration.Providers.Any(provider => provider is not JsonConfigurationProvider && provider.TryGet(key, out var value) && value is { Length: > 0 });
}
