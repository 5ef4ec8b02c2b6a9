using System.Text;

namespace SpotifyDashboard.Lyrics.Reading;

/// <summary>Cuts the words of a song into single words.</summary>
internal static class SungWords
{
    /// <summary>The words in order, lower case, apostrophes straight and kept within a word ("don't"); "runnin'" becomes "running".</summary>
    /// <remarks>Lines that only name a part of the song ("[Chorus]", "Verse 2:") are left out; digits are no words.</remarks>
    public static IEnumerable<string> Of(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (IsLabel(line))
            {
                continue;
            }

            foreach (var word in OfLine(line))
            {
                yield return word;
            }
        }
    }

    private static IEnumerable<string> OfLine(string line)
    {
        var word = new StringBuilder();
        for (var i = 0; i <= line.Length; i++)
        {
            var c = i < line.Length ? line[i] : ' ';
            if (char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c is '\'' or '’' or 'ʼ' && word.Length > 0)
            {
                word.Append('\'');
            }
            else if (word.Length > 0)
            {
                if (Trimmed(word.ToString()) is { Length: > 0 } found)
                {
                    yield return found;
                }

                word.Clear();
            }
        }
    }

    private static string Trimmed(string word)
    {
        var dropped = word.EndsWith("in'", StringComparison.Ordinal) && word.Length > 4;
        var trimmed = word.TrimEnd('\'');
        var normal = trimmed.IsNormalized() ? trimmed : trimmed.Normalize();
        return dropped ? normal + "g" : normal;
    }

    private static bool IsLabel(string line)
    {
        var trimmed = line.Trim();
        return trimmed is ['[', .., ']'] || (trimmed is [.., ':'] && trimmed.Length < 20);
    }
}
