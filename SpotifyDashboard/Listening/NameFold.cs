using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Listening;

/// <summary>The form in which names are searched: what a listener types without accents, capitals or special quotes finds what is written with them.</summary>
/// <remarks>
/// Compatibility-decomposed, marks and invisible characters left out, lower case by the invariant culture, white space collapsed and
/// trimmed; letters that have no decomposition (ß, ø, æ) and typographic quotes and dashes become what a keyboard has for them.
/// Folding twice changes nothing. Two names are the same recording's only by <see cref="NameKey"/>, which is stricter.
/// </remarks>
public static class NameFold
{
    /// <summary>Folds <paramref name="name"/>; empty where nothing visible is in it.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = new StringBuilder(name.Length);
        foreach (var c in Ascii.IsValid(name) ? name : Decomposed(name))
        {
            Append(folded, c);
        }

        if (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                return;
            case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }

                return;
            default:
                var lower = char.ToLowerInvariant(c);
                if (Spelled(lower) is { } spelled)
                {
                    folded.Append(spelled);
                }
                else
                {
                    folded.Append(lower);
                }

                return;
        }
    }

    private static string? Spelled(char lower) => lower switch
    {
        < '\u0080' => null,
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        '‘' or '’' or '‚' or 'ʼ' or '´' or '′' => "'",
        '“' or '”' or '„' or '«' or '»' or '″' => "\"",
        '‐' or '‑' or '‒' or '–' or '—' or '−' => "-",
        _ => null,
    };

    private static string Decomposed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate: half a character is no reason to hide a name, so it is searched as it came.
            return name;
        }
    }
}
