using System.Text;
using System.Text.RegularExpressions;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Providers.Lyrics;

/// <summary>Compares names of songs and artists as people do: case, accents, punctuation and additions such as "- Remastered 2011" do not matter.</summary>
internal static partial class SongNames
{
    /// <summary>The form in which two names are compared: letters and digits, lower case, single blanks between words.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in NameFold.Of(name).Replace("&", " and ", StringComparison.Ordinal))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                key.Append(c);
            }
            else if (c is not '\'' && key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>Whether two titles are one song's, additions left out.</summary>
    public static bool AreOneSong(string one, string other) => Key(WithoutAdditions(one)) is { Length: > 0 } key && key == Key(WithoutAdditions(other));

    /// <summary>A title without what a release adds to it: "Song - Remastered 2011" and "Song (feat. Somebody)" are "Song".</summary>
    /// <remarks>"Live" and "Remix" stay: their words may be others.</remarks>
    public static string WithoutAdditions(string title)
    {
        for (var bare = title; ;)
        {
            var shorter = Addition().Replace(bare, "").TrimEnd();
            if (shorter.Length == 0 || shorter.Length == bare.Length)
            {
                return bare;
            }

            bare = shorter;
        }
    }

    [GeneratedRegex(
        @"\s+(?:[-–—]\s+(?:[^()\[\]]*?\b(?:remaster(?:ed)?|mono|stereo|version|edit|bonus track|deluxe|anniversary|soundtrack|mix 20\d\d)\b|(?:feat|ft)\b|featuring\b)[^()\[\]]*|[(\[](?:[^()\[\]]*\b(?:remaster(?:ed)?|mono|stereo|version|edit|bonus track|deluxe|anniversary|soundtrack)\b|(?:feat|ft)\b|featuring\b|with\s)[^()\[\]]*[)\]])\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addition();
}
