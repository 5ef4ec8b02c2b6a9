using System.Security.Cryptography;
using System.Text;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Keyed hashes (HMAC-SHA-256): without the key nobody can try names out, as they could with a bare hash.</summary>
/// <param name="key">32 bytes that never leave the installation unsealed.</param>
internal sealed class SurveySeal(byte[] key)
{
    public const int KeyBytes = 32;

    /// <summary>The hash of a name within a survey; names that differ in capitals, accents or white space are equal.</summary>
    public string OfName(int listenerId, string source, string name) => Of($"name\u001f{listenerId}\u001f{source}\u001f{NameFold.Of(name)}");

    /// <summary>The hash of what stood in a row, and of how it was taken.</summary>
    /// <param name="signature">What columns were left out, so that a change of that touches every row.</param>
    /// <param name="cells">All cells.</param>
    public string OfRow(string signature, IEnumerable<string> cells) => Of($"row\u001f{signature}\u001f{string.Join('\u001f', cells)}");

    private string Of(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
}
