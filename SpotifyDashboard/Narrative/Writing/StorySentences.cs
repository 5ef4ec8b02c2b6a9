namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Splits a text into sentences.</summary>
internal static class StorySentences
{
    /// <summary>The sentences in order, trimmed.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsEnd(text, at))
            {
                continue;
            }

            Add(text[start..(at + 1)]);
            start = at + 1;
        }

        Add(text[start..]);
        return sentences;

        void Add(string sentence)
        {
            if (sentence.Trim() is { Length: > 0 } trimmed)
            {
                sentences.Add(trimmed);
            }
        }
    }

    /// <summary>Whether a sentence ends here: a mark, what closes with it, a blank, and not the point of an ordinal, initial or abbreviation.</summary>
    private static bool IsEnd(string text, int at)
    {
        if (at + 1 >= text.Length || !char.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        var mark = at;
        while (mark > 0 && text[mark] is '"' or '”' or '»' or '\'' or '’' or ')')
        {
            mark--;
        }

        return text[mark] is '!' or '?' or '…' || (text[mark] == '.' && mark > 0 && !char.IsDigit(text[mark - 1]) && !IsShort(text, mark));
    }

    /// <summary>Whether a single letter stands before the point, as in "z. B." and "J. S.".</summary>
    private static bool IsShort(string text, int point) => char.IsLetter(text[point - 1]) && (point < 2 || !char.IsLetterOrDigit(text[point - 2]));
}
