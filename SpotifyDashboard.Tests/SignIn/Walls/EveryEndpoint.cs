using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>All addresses and methods that a running program answers, but for its files, with ids of one listener in them.</summary>
internal static partial class EveryEndpoint
{
    public static IReadOnlyList<(string Method, string Pattern, string Address)> Of(AccountsHost house, int listener) =>
    [
        .. house.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(static endpoint => Methods(endpoint), static (endpoint, method) => (Method: method, Pattern: $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}"))
            .Where(static one => !one.Pattern.StartsWith("/test/", StringComparison.Ordinal))
            .Distinct()
            .SelectMany(one => Addresses(one.Pattern, listener), static (one, address) => (one.Method, one.Pattern, address)),
    ];

    /// <summary>Signing out, whoever does it: the rest of a test would be nobody's.</summary>
    public static bool EndsASession(string pattern) => pattern.Contains("sign-out", StringComparison.Ordinal) || pattern.Contains("logout", StringComparison.Ordinal);

    /// <summary>What is a guest's own.</summary>
    public static bool IsOnesOwnAccount(string pattern) =>
        EndsASession(pattern) || pattern.StartsWith("/account", StringComparison.Ordinal) || pattern.StartsWith("/api/account", StringComparison.Ordinal);

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];

    /// <summary>The pattern with every kind of id that could stand in it.</summary>
    private static IEnumerable<string> Addresses(string pattern, int listener)
    {
        string[] texts = pattern.Contains('{', StringComparison.Ordinal) ? [EveryRow.Marker, EveryRow.TrackId, Number(listener), $"name:{Number(listener)}"] : [""];
        return texts.Select(text => Parameter().Replace(pattern, found => found.Groups["kind"].Value switch
        {
            "guid" => EveryRow.GuidOf(listener).ToString(),
            "int" or "long" => Number(listener),
            _ => text,
        })).Distinct();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{\*{0,2}\w+(:(?<kind>\w+)(\([^)]*\))?)?\??\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
