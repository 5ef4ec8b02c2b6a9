using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Google's token endpoint for service accounts: checks the assertion's signature, header and every claim (contracts, 7.1).</summary>
internal sealed class SheetsTokenEndpoint : IDisposable
{
    public const string Email = "dashboard@fake-project.iam.example.com";
    public const string KeyId = "fakekey0123456789";

    /// <summary>What every assertion is for, wherever it is posted.</summary>
    private const string Audience = "https://oauth2.googleapis.com/token";

    // Google's own library for .NET adds email_verified to every assertion, and Google takes it.
    private static readonly string[] s_claims = ["aud", "email_verified", "exp", "iat", "iss", "scope"];

    private readonly RSA _key = RSA.Create(2048);
    private readonly Dictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _given;

    /// <summary>How many tokens were given.</summary>
    public int Given => _given;

    /// <summary>The key file of the account.</summary>
    public string KeyFile(string tokenUri, RSA? other = null) => new JsonObject
    {
        ["type"] = "service_account",
        ["project_id"] = "fake-project",
        ["private_key_id"] = KeyId,
        ["private_key"] = (other ?? _key).ExportPkcs8PrivateKeyPem(),
        ["client_email"] = Email,
        ["client_id"] = "123456789",
        ["token_uri"] = tokenUri,
    }.ToJsonString();

    public bool IsGood(string? authorization, DateTimeOffset now)
    {
        lock (_gate)
        {
            return authorization?.StartsWith("Bearer ", StringComparison.Ordinal) == true && _tokens.TryGetValue(authorization[7..], out var end) && end > now;
        }
    }

    /// <summary>Makes every token given so far a bad one.</summary>
    public void Revoke()
    {
        lock (_gate)
        {
            _tokens.Clear();
        }
    }

    public FakeAnswer Answer(FakeRequest request)
    {
        var form = QueryHelpers.ParseQuery(request.Body);
        if (request.Method != "POST" || form["grant_type"] != "urn:ietf:params:oauth:grant-type:jwt-bearer" || form.Count != 2)
        {
            throw new RefusedException("A token is asked for by POST with grant_type and assertion.");
        }

        if (form["assertion"].ToString().Split('.') is not [var head, var body, var signature])
        {
            throw new RefusedException("The assertion has not three parts.");
        }

        var signed = System.Text.Encoding.ASCII.GetBytes($"{head}.{body}");
        if (!_key.VerifyData(signed, WebEncoders.Base64UrlDecode(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
        {
            return Refuse("Invalid JWT Signature.");
        }

        return Check(Json(head), Json(body), request.At) ?? Give(request.At);
    }

    public void Dispose() => _key.Dispose();

    private static FakeAnswer? Check(JsonElement header, JsonElement claims, DateTimeOffset now)
    {
        if (header.GetProperty("alg").GetString() != "RS256" || header.GetProperty("typ").GetString() != "JWT" || header.GetProperty("kid").GetString() != KeyId)
        {
            throw new RefusedException($"The assertion's header is {header}.");
        }

        if (!claims.EnumerateObject().Select(claim => claim.Name).Append("email_verified").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SequenceEqual(s_claims)
            || claims.GetProperty("scope").GetString() != "https://www.googleapis.com/auth/spreadsheets.readonly"
            || claims.GetProperty("aud").GetString() != Audience)
        {
            throw new RefusedException($"The assertion's claims are {claims}.");
        }

        if (claims.GetProperty("iss").GetString() != Email)
        {
            return Refuse("Invalid grant: account not found");
        }

        var (issued, ends) = (claims.GetProperty("iat").GetInt64(), claims.GetProperty("exp").GetInt64());
        return ends - issued is <= 0 or > 3600 || Math.Abs(now.ToUnixTimeSeconds() - issued) > 300
            ? Refuse("Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.")
            : null;
    }

    private static FakeAnswer Refuse(string why) => FakeAnswer.Json(new JsonObject { ["error"] = "invalid_grant", ["error_description"] = why }, 400);

    private static JsonElement Json(string part) => JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(part));

    private FakeAnswer Give(DateTimeOffset now)
    {
        lock (_gate)
        {
            var token = FormattableString.Invariant($"ya29.fake{++_given}");
            _tokens.Add(token, now.AddSeconds(3599));
            return FakeAnswer.Json(new JsonObject { ["access_token"] = token, ["expires_in"] = 3599, ["token_type"] = "Bearer" });
        }
    }
}
