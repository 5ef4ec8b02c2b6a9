using System.Security.Cryptography;

namespace SpotifyDashboard.Session;

/// <summary>The number used once that lets a page's own scripts and styles run: its Content-Security-Policy names it, and nothing smuggled in knows it.</summary>
public static class PageNonce
{
    private const int Bytes = 16;
    private static readonly object s_key = new();

    /// <summary>The nonce of the answer to this request; asked for the first time, it is made.</summary>
    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Items[s_key] is string known)
        {
            return known;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
        context.Items[s_key] = nonce;
        return nonce;
    }
}
