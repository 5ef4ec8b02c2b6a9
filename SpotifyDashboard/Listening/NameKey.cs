using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Listening;

/// <summary>The form in which artist and title are compared between sources.</summary>
/// <remarks>Compatibility-composed, lower case by the invariant culture, white space collapsed: spelling differs in no more than that between Spotify's own exports.</remarks>
public static class NameKey
{
    /// <summary>The unit separator: it stands in no name that was normalised here.</summary>
    private const char Separator = '\u001f';

    /// <summary>Joins the normalised names; empty where either is missing.</summary>
    /// <param name="artist">Name of the (album) artist, or null.</param>
    /// <param name="title">Title of the track, or null.</param>
    public static string Of(string? artist, string? title)
    {
        if (string.IsNullOrWhiteSpace(artist) || string.IsNullOrWhiteSpace(title))
        {
            return "";
        }

        var key = new StringBuilder(artist.Length + title.Length + 1);
        Append(key, artist);
        key.Append(Separator);
        Append(key, title);
        return key.ToString();
    }

    private static void Append(StringBuilder key, string name)
    {
        var start = key.Length;
        foreach (var c in Composed(name).ToLower(CultureInfo.InvariantCulture))
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                key.Append(c);
            }
            else if (key.Length > start && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        if (key.Length > start && key[^1] == ' ')
        {
            key.Length--;
        }
    }

    private static string Composed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate: half a character is no reason to lose a play, so the name stands as it came.
            return name;
        }
    }
}
