using SpotifyDashboard.SignIn.Login;

namespace SpotifyDashboard.SignIn.Sharing.Kept;

/// <summary>What a visitor's request asks for.</summary>
internal static class SharedRequest
{
    /// <summary>The name under which the page asked for is kept: its address in the one way this program writes it, or the hash of the token; null where there can be none.</summary>
    public static string? KeyOf(HttpRequest request, SharedPages pages)
    {
        if (!IsReading(request))
        {
            return null;
        }

        var path = request.Path;
        if (path.Equals(PageAccess.PublicTop20Path, StringComparison.OrdinalIgnoreCase))
        {
            return pages.Find($"/top20{request.QueryString.Value}")?.Scope.Address;
        }

        return path.StartsWithSegments(PageAccess.LinkPath, StringComparison.OrdinalIgnoreCase, out var rest) && rest.Value is ['/', .. var token]
            ? KeyOf(token)
            : null;
    }

    /// <summary>The name under which the page of a share link is kept; null where the text can't be a token.</summary>
    public static string? KeyOf(string? token) => token?.Length == LoginSecrets.Length ? LoginSecrets.Hash(token) : null;

    /// <summary>Whether something is asked for, as against sent.</summary>
    public static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Whether somebody opens the page: one that is open already asks by script, and tools that look whether a link works ask for its head.</summary>
    public static bool IsVisit(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Dest"] != "empty";
}
