using SpotifyDashboard.Session;

namespace SpotifyDashboard.Operations;

/// <summary>Which endpoint a request was for, in words that are the same for all who ask.</summary>
internal static class RequestRoute
{
    private static readonly string[] s_methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>The pattern of the address, never the address itself: that may name tracks, people and secrets.</summary>
    public static string Of(HttpContext context) =>
        (AskedEndpoint.Of(context) as RouteEndpoint)?.RoutePattern.RawText is { Length: > 0 } pattern ? pattern : "unknown";

    /// <summary>A method that HTTP knows; whatever else a stranger sends is one value.</summary>
    public static string MethodOf(HttpRequest request) =>
        HttpMethods.GetCanonicalizedValue(request.Method) is var method && s_methods.Contains(method, StringComparer.Ordinal) ? method : "_OTHER";
}
