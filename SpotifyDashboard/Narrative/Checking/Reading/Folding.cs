using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Narrative.Checking.Reading;

/// <summary>Makes spellings comparable: lower case, no diacritics, plain letters and digits.</summary>
internal static class Folding
{
    /// <summary>The word in its plainest form: "Sigur Rós" and "SIGUR ROS" are the same.</summary>
    public static string Of(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word.ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length);
        foreach (var character in Whole(word).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            folded.Append(char.ToLowerInvariant(character) switch
            {
                'ø' => "o",
                'ß' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                'ł' => "l",
                'đ' => "d",
                'ð' => "d",
                'þ' => "th",
                'ı' => "i",
                var other => other.ToString(),
            });
        }

        return folded.ToString();
    }

    /// <summary>The text with half surrogates replaced, which no normalisation bears.</summary>
    public static string Whole(string text)
    {
        var isWhole = true;
        for (var at = 0; at < text.Length && isWhole; at++)
        {
            isWhole = !char.IsSurrogate(text[at]) || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[++at]));
        }

        if (isWhole)
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }
}
