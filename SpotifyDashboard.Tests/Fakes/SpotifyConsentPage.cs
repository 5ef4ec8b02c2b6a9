using System.Buffers.Text;
using System.Net;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>The page of the accounts service that asks the user, and here answers for them.</summary>
internal sealed class SpotifyConsentPage(SpotifyApp app, SpotifyWorld world, SpotifyTokens tokens, TimeProvider time)
{
    // 128 bits in base64url; a shorter state can be guessed.
    private const int ShortestState = 22;

    public FakeAnswer Answer(FakeRequest request)
    {
        if (request.Method != "GET")
        {
            throw new RefusedException("The consent page is opened with GET.");
        }

        var parameters = new Parameters(
            request.Query, "client_id", "response_type", "redirect_uri", "scope", "state", "code_challenge_method", "code_challenge", "show_dialog");
        if (parameters.Needed("client_id") != app.ClientId)
        {
            return FakeAnswer.Html(400, "INVALID_CLIENT: Invalid client");
        }

        var redirectUri = parameters.Needed("redirect_uri");
        if (RefusalOf(redirectUri) is { } refusal)
        {
            return FakeAnswer.Html(400, $"INVALID_CLIENT: {refusal}");
        }

        CheckForm(parameters);
        var state = WebUtility.UrlEncode(parameters.Needed("state"));
        var user = app.UserAtBrowser ?? world.Users[0];
        if (app.IsDenied)
        {
            return Redirect(redirectUri, $"error=access_denied&state={state}", user);
        }

        var code = tokens.IssueCode(new AuthorizationCode(
            user, redirectUri, parameters.Text("code_challenge"), SpotifyScopes.Parse(parameters.Text("scope")), time.GetUtcNow()));
        return Redirect(redirectUri, $"code={code}&state={state}", user);
    }

    private static FakeAnswer Redirect(string redirectUri, string query, WorldUser user) =>
        FakeAnswer.Empty(302) with { Location = $"{redirectUri}?{query}", Listener = user.Id };

    private static void CheckForm(Parameters parameters)
    {
        if (parameters.Needed("response_type") != "code")
        {
            throw new RefusedException("response_type is not 'code'.");
        }

        parameters.Choice("show_dialog", "false", "true", "false");
        SpotifyScopes.Parse(parameters.Text("scope"));
        if (parameters.Needed("state").Length < ShortestState)
        {
            throw new RefusedException($"A state of fewer than {ShortestState} characters holds less than 128 bits.");
        }

        if (parameters.Has("code_challenge") || parameters.Has("code_challenge_method"))
        {
            var challenge = parameters.Needed("code_challenge");
            if (parameters.Needed("code_challenge_method") != "S256")
            {
                throw new RefusedException("code_challenge_method is not 'S256'.");
            }

            if (challenge.Length != 43 || !Base64Url.IsValid(challenge))
            {
                throw new RefusedException("code_challenge is no SHA-256 in base64url without padding.");
            }
        }
    }

    private string? RefusalOf(string redirectUri)
    {
        if (!Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri))
        {
            return "Invalid redirect URI";
        }

        var isLoopback = IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
        if (uri.Scheme == "http" && !isLoopback)
        {
            return "Insecure redirect URI";
        }

        return app.RedirectUris.Any(registered => registered == redirectUri || (isLoopback && IsSameButPort(new Uri(registered), uri)))
            ? null
            : "Invalid redirect URI";
    }

    // Only an entry without a port stands for any port.
    private static bool IsSameButPort(Uri registered, Uri asked) =>
        registered.IsDefaultPort && registered.Scheme == asked.Scheme && registered.Host == asked.Host && registered.PathAndQuery == asked.PathAndQuery;
}
