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
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "Telemetry:OtlpEndpoint"),
    ];

    /// <summary>Levels as other programs write them, beside those of .NET.</summary>
    private static readonly Dictionary<string, LogLevel> s_levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["trace"] = LogLevel.Trace,
        ["debug"] = LogLevel.Debug,
        ["info"] = LogLevel.Information,
        ["information"] = LogLevel.Information,
        ["warn"] = LogLevel.Warning,
        ["warning"] = LogLevel.Warning,
        ["error"] = LogLevel.Error,
        ["critical"] = LogLevel.Critical,
        ["none"] = LogLevel.None,
    };

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
        .. FindLevel(configuration),
    ];

    /// <summary>The level of the log by <c>LOG_LEVEL</c>, or <c>DEBUG</c> where that says yes.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> FindLevel(IConfigurationRoot configuration)
    {
        const string Key = "Logging:LogLevel:Default";
        var told = configuration["LOG_LEVEL"] is { Length: > 0 } level ? level : configuration["DEBUG"] is "1" or "true" or "True" or "TRUE" ? nameof(LogLevel.Debug) : null;
        if (told is null || IsToldItself(configuration, Key))
        {
            return [];
        }

        return s_levels.TryGetValue(told, out var known)
            ? [KeyValuePair.Create<string, string?>(Key, known.ToString())]
            : throw new InvalidOperationException($"LOG_LEVEL must be one of {string.Join(", ", s_levels.Keys)}, not '{told}'.");
    }

    // What a file says is a default, which comes with the program; compose may pass variables on that are empty.
    private static bool IsToldItself(IConfigurationRoot configuration, string key) =>
        configuration.Providers.Any(provider => provider is not JsonConfigurationProvider && provider.TryGet(key, out var value) && value is { Length: > 0 });
}
