using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary><c>POST /api/token</c>: codes and refresh tokens in, access tokens out.</summary>
internal sealed class SpotifyTokenEndpoint(SpotifyApp app, SpotifyTokens tokens, TimeProvider time)
{
    public FakeAnswer Answer(FakeRequest request)
    {
        if (request.Method != "POST" || request.QueryString.Length > 0)
        {
            throw new RefusedException("The token endpoint takes a POST without a query.");
        }

        ListedHeaders.Check(request, "Authorization", "Content-Type", "Content-Length");
        if (request.Header("Content-Type")?.Split(';')[0] != "application/x-www-form-urlencoded")
        {
            throw new RefusedException($"Content-Type is '{request.Header("Content-Type")}', not a form.");
        }

        var form = QueryHelpers.ParseQuery(request.Body);
        return form.TryGetValue("grant_type", out var grant) ? (string?)grant switch
        {
            "authorization_code" => Exchange(request, new Parameters(form, "grant_type", "code", "redirect_uri", "client_id", "client_secret", "code_verifier")),
            "refresh_token" => Refresh(request, new Parameters(form, "grant_type", "refresh_token", "client_id", "client_secret")),
            "client_credentials" => ForApp(request, new Parameters(form, "grant_type")),
            _ => Error("unsupported_grant_type", $"grant_type '{grant}' is not supported"),
        }
        : throw new RefusedException("Field 'grant_type' is missing.");
    }

    private FakeAnswer Exchange(FakeRequest request, Parameters form)
    {
        if (Authenticate(request, form, out var isPublic) is { } refusal)
        {
            return refusal;
        }

        var redirectUri = form.Needed("redirect_uri");
        var verifier = VerifierOf(form);
        if (tokens.TakeCode(form.Needed("code")) is not { } code)
        {
            return Error("invalid_grant", "Invalid authorization code");
        }

        if (code.IssuedAt + app.CodeLifetime < time.GetUtcNow())
        {
            return Error("invalid_grant", "Authorization code expired");
        }

        if (code.RedirectUri != redirectUri)
        {
            return Error("invalid_grant", "Invalid redirect URI");
        }

        if (code.Challenge is null && verifier is not null)
        {
            throw new RefusedException("A code_verifier was sent for a code without a challenge.");
        }

        if (code.Challenge is null && isPublic)
        {
            return Error("invalid_client", "Invalid client secret");
        }

        if (code.Challenge is not null && (verifier is null || code.Challenge != Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))))
        {
            return Error("invalid_grant", "code_verifier was incorrect");
        }

        return Granted(code.User, code.Scopes, tokens.IssueRefresh(code.User, code.Scopes, time.GetUtcNow(), isPublic));
    }

    private FakeAnswer Refresh(FakeRequest request, Parameters form)
    {
        if (Authenticate(request, form, out var isPublic) is { } refusal)
        {
            return refusal;
        }

        if (tokens.FindRefresh(form.Needed("refresh_token")) is not { } token)
        {
            return Error("invalid_grant", "Invalid refresh token");
        }

        if (isPublic && !token.IsPublic)
        {
            return Error("invalid_client", "Invalid client secret");
        }

        if (token.AuthorizedAt.AddMonths(app.ConsentMonths) <= time.GetUtcNow())
        {
            return Error("invalid_grant", "Refresh token expired");
        }

        return tokens.TryRefresh(token, out var next)
            ? Granted(token.User, token.Scopes, next)
            : Error("invalid_grant", "Refresh token revoked");
    }

    private FakeAnswer ForApp(FakeRequest request, Parameters form)
    {
        if (request.Header("Authorization") is null)
        {
            throw new RefusedException("The app's own token is asked for with a Basic header.");
        }

        return Authenticate(request, form, out _) ?? Granted(null, [], null);
    }

    private FakeAnswer? Authenticate(FakeRequest request, Parameters form, out bool isPublic)
    {
        isPublic = false;
        string id;
        string? secret;
        if (request.Header("Authorization") is { } header)
        {
            if (form.Has("client_id") || form.Has("client_secret"))
            {
                throw new RefusedException("client_id and client_secret stand in the body or in the Basic header, not in both.");
            }

            (id, secret) = Basic(header);
        }
        else
        {
            id = form.Needed("client_id");
            secret = form.Text("client_secret");
            isPublic = secret is null;
        }

        return id != app.ClientId ? Error("invalid_client", "Invalid client")
            : !isPublic && secret != app.ClientSecret ? Error("invalid_client", "Invalid client secret")
            : null;
    }

    private static (string Id, string Secret) Basic(string header)
    {
        const string Scheme = "Basic ";
        Span<byte> bytes = new byte[header.Length];
        if (!header.StartsWith(Scheme, StringComparison.Ordinal) || !Convert.TryFromBase64String(header[Scheme.Length..], bytes, out var written)
            || Encoding.UTF8.GetString(bytes[..written]).Split(':') is not [var id, var secret])
        {
            throw new RefusedException("Authorization is not 'Basic base64(id:secret)'.");
        }

        return (id, secret);
    }

    private static string? VerifierOf(Parameters form)
    {
        var verifier = form.Text("code_verifier");
        return verifier is null || (verifier.Length is >= 43 and <= 128 && verifier.All(letter => char.IsAsciiLetterOrDigit(letter) || "-._~".Contains(letter, StringComparison.Ordinal)))
            ? verifier
            : throw new RefusedException("code_verifier is not 43 to 128 of 'A-Z a-z 0-9 - . _ ~'.");
    }

    private FakeAnswer Granted(WorldUser? user, IReadOnlyList<string> scopes, RefreshToken? refresh)
    {
        var body = new JsonObject
        {
            ["access_token"] = tokens.IssueAccess(user, scopes).Value,
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)app.AccessTokenLifetime.TotalSeconds,
        };
        if (user is not null)
        {
            body["scope"] = string.Join(' ', scopes.Reverse()); // the order may differ from what was asked
        }

        if (refresh is not null)
        {
            body["refresh_token"] = refresh.Value;
        }

        return FakeAnswer.Json(body) with { Listener = user?.Id };
    }

    private static FakeAnswer Error(string error, string description) =>
        FakeAnswer.Json(new JsonObject { ["error"] = error, ["error_description"] = description }, 400);
}
