using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Lets programs into the API with a personal access token: <c>Authorization: Bearer sdb_…</c>.</summary>
internal sealed class BearerScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, PersonalTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "Bearer";

    private const string ScopeClaim = "token-scope";
    private const string Start = "Bearer ";

    /// <summary>Whether a request comes with a token: then it is that or nothing, whatever cookie comes with it.</summary>
    public static bool IsMeant(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Start, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a principal came by a token that only reads.</summary>
    public static bool IsReadOnly(ClaimsPrincipal principal) => principal.FindFirstValue(ScopeClaim) == nameof(TokenScope.Read);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsMeant(Request))
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.FindAsync(Request.Headers.Authorization.ToString()[Start.Length..].Trim(), Context.RequestAborted) is not { } pass)
        {
            return AuthenticateResult.Fail("The access token is unknown, over or revoked.");
        }

        var identity = new ClaimsIdentity([.. pass.Visitor.ToClaims(), new Claim(ScopeClaim, pass.Scope.ToString())], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }
}
