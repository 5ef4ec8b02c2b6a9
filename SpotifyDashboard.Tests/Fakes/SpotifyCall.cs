using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A call to the Web API whose token is good.</summary>
/// <param name="Path">Below the API's root, beginning with a slash.</param>
/// <param name="ApiUrl">The root as the client reached it, for links.</param>
internal sealed record SpotifyCall(FakeRequest Request, string Path, string ApiUrl, AccessToken Token, SpotifyMode Mode)
{
    public string[] Segments { get; } = Path.Split('/')[1..];

    public bool IsExtended => Mode == SpotifyMode.Extended;

    /// <summary>The user the token speaks for.</summary>
    public WorldUser User => Token.User ?? throw new InvalidOperationException("The app's own token has no user.");

    public Parameters Parameters(params string[] known) => new(Request.Query, known);

    /// <summary>403 unless the token's user granted the scope.</summary>
    public FakeAnswer? Lacks(string scope) =>
        Token.User is null ? Error(403, "Insufficient client scope")
        : Token.Scopes.Contains(scope, StringComparer.Ordinal) ? null
        : Error(403, "Insufficient client scope");

    /// <summary>One page of a list, with links to its neighbours.</summary>
    /// <param name="query">What the links repeat beside offset and limit.</param>
    public JsonObject Page<T>(IReadOnlyList<T> all, int offset, int limit, Func<T, JsonNode?> show, string query = "")
    {
        string Link(int at) => FormattableString.Invariant($"{ApiUrl}{Path}?offset={at}&limit={limit}{query}");
        return new JsonObject
        {
            ["href"] = Link(offset),
            ["limit"] = limit,
            ["offset"] = offset,
            ["total"] = all.Count,
            ["next"] = offset + limit < all.Count ? Link(offset + limit) : null,
            ["previous"] = offset > 0 ? Link(Math.Max(0, offset - limit)) : null,
            ["items"] = new JsonArray([.. all.Skip(offset).Take(limit).Select(show)]),
        };
    }

    public static FakeAnswer Error(int status, string message) =>
        FakeAnswer.Json(new JsonObject { ["error"] = new JsonObject { ["status"] = status, ["message"] = message } }, status);
}
