using System.Globalization;
using System.Security.Claims;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>A session that holds, and whose it is.</summary>
/// <param name="SessionId">The session's number.</param>
/// <param name="Visitor">Who signed in.</param>
internal sealed record SessionPass(int SessionId, Visitor Visitor)
{
    private const string SessionClaim = "session";

    /// <summary>The session that a principal names; null where it is none of a browser.</summary>
    public static int? SessionOf(ClaimsPrincipal principal) =>
        int.TryParse(principal.FindFirstValue(SessionClaim), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The principal of this session.</summary>
    /// <param name="scheme">Which scheme found it.</param>
    public ClaimsPrincipal ToPrincipal(string scheme) =>
        new(new ClaimsIdentity([.. Visitor.ToClaims(), new Claim(SessionClaim, SessionId.ToString(CultureInfo.InvariantCulture))], scheme));
}
