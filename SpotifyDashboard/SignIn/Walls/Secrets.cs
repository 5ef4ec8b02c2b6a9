using System.Text.RegularExpressions;

namespace SpotifyDashboard.SignIn.Walls;

/// <summary>Finds in a text what no log may show: tokens, codes, passwords, keys and mail addresses.</summary>
internal static partial class Secrets
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Mark = "[hidden]";

    /// <summary><paramref name="text"/> with a mark in place of each secret; the same text where there is none.</summary>
    public static string Hide(string text) => Patterns().Replace(text, static found => $"{found.Groups["before"].Value}{Mark}");

    // A parameter of an address or form; a field of JSON; a header; a path that is a key itself; what looks like a token by its form; a mail address.
    [GeneratedRegex(
        """
        (?<before>([?&]|%3F|%26)(code|state|invitation|setup)(=|%3D))[^&\s"']+
        |(?<before>\b(access_token|refresh_token|id_token|client_secret|code_verifier|code_challenge|password|passwort|setup_?code|api_?key|apikey|secret|token)=)[^&\s"',;]+
        |(?<before>"(access_token|refresh_token|id_token|client_secret|code_verifier|code|state|password|setupCode|apiKey|api_key|token|secret)"\s*:\s*")[^"]*
        |(?<before>\b(Bearer|Basic)\s+)[\w.~+/=-]{8,}
        |(?<before>(?<!\w)(s|join)/)[\w-]{12,}
        |(?<before>[?&]key=)[^&\s"']+
        |(?<before>)\b(BQ|AQ|CfDJ8|AIza|sk-|ya29\.)[\w-]{24,}
        |(?<before>)\b[\w.+-]+@[\w-]+(\.[\w-]+)+
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Patterns();
}
