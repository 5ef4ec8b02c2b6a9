using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Turns the raw bytes of a JSON string into text, tolerantly: half a character is no reason to lose a play.</summary>
internal static class JsonText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text between the quotes, unescaped. What is no character becomes U+FFFD; so does NUL, which PostgreSQL can't store.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty)
        {
            return "";
        }

        var text = Encoding.UTF8.GetString(raw);
        return raw.Contains((byte)'\\') ? Unescape(text) : text;
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u' && i + 4 < text.Length && ushort.TryParse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                result.Append(unit == 0 ? Replacement : (char)unit);
                i += 4;
                continue;
            }

            result.Append(text[i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                var plain => plain,
            });
        }

        // Surrogates without their other half can't be encoded again.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(result.ToString()));
    }
}
