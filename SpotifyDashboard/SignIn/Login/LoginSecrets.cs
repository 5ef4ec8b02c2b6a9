using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>The random texts of a login and their hashes (RFC 7636): 256 bits each, base64url without padding.</summary>
internal static class LoginSecrets
{
    private const int Bytes = 32;

    /// <summary>How long a text of <see cref="Create"/> is.</summary>
    public static int Length { get; } = Base64Url.GetEncodedLength(Bytes);

    /// <summary>A text that nobody can guess: a state, a PKCE verifier, the value of a cookie.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, base64url: what is stored of a text, and the PKCE challenge of a verifier.</summary>
    public static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
