using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Reading;

/// <summary>Cuts a text into sentences. Full stops within numbers, abbreviations, ordinals and names of the facts end none, and the text of a fact stays whole.</summary>
internal static class SentenceSplitter
{
    private static readonly string[] s_abbreviations = ["st", "mr", "mrs", "ms", "dr", "jr", "sr", "vs", "feat", "ft", "no", "nr", "num", "approx", "ca", "bzw", "usw", "etc", "inc", "vol", "pt", "op", "ed", "min", "mio", "mrd", "std", "sek", "tsd", "ing", "prof", "mt", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dec", "dez", "art", "bd", "evtl", "inkl", "n", "nº", "núm", "av", "env", "sra"];

    /// <summary>The sentences in order, without the white space around them; none of them is empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="facts">The facts.</param>
    public static IEnumerable<string> Split(string text, NarrativeFacts facts)
    {
        var texts = facts.Facts.Select(static fact => fact.Text).ToHashSet(StringComparer.Ordinal);
        var whole = Wholes(text, facts);
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (whole.TryGetValue(at, out var end) && at >= start)
            {
                var isFact = texts.Contains(text[at..end]);
                var isFirst = text[start..at].AsSpan().IndexOfAnyInRange('A', 'z') < 0;
                at = end - 1;
                if (text[at] is not ('.' or '!' or '?') || (!isFact && (isFirst || !IsFollowedByCapital(text, end))))
                {
                    continue;
                }
            }
            else if (!EndsAt(text, at))
            {
                continue;
            }

            var next = at + 1;
            while (next < text.Length && text[next] is '.' or '!' or '?' or '"' or '”' or '“' or '»' or ')' or '’' or '\'' or '…')
            {
                next++;
            }

            if (next < text.Length && !char.IsWhiteSpace(text[next]))
            {
                continue;
            }

            if (text[start..next].Trim() is { Length: > 0 } sentence)
            {
                yield return sentence;
            }

            (start, at) = (next, next - 1);
        }

        if (text[Math.Min(start, text.Length)..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    /// <summary>Where texts of facts, and names with marks in them, start and end.</summary>
    private static Dictionary<int, int> Wholes(string text, NarrativeFacts facts)
    {
        var wholes = new Dictionary<int, int>();
        var names = facts.Facts.SelectMany(static fact => fact.Names).Select(static name => name.Name).Where(static name => name.AsSpan().IndexOfAny('.', '!', '?') >= 0 || name.Contains('\n', StringComparison.Ordinal));
        foreach (var whole in facts.Facts.Select(static fact => fact.Text).Concat(names).Where(static whole => whole.Length > 0).Distinct(StringComparer.Ordinal))
        {
            for (var at = text.IndexOf(whole, StringComparison.Ordinal); at >= 0; at = text.IndexOf(whole, at + whole.Length, StringComparison.Ordinal))
            {
                wholes[at] = Math.Max(at + whole.Length, wholes.GetValueOrDefault(at));
            }
        }

        return wholes;
    }

    private static bool EndsAt(string text, int at)
    {
        if (text[at] is '\n' && at > 0)
        {
            return true;
        }

        if (text[at] is '!' or '?' or '…' or '。' or '！' or '？')
        {
            return at + 1 >= text.Length || !char.IsWhiteSpace(text[at + 1]) || IsFollowedByCapital(text, at + 1) || text[at] != '…';
        }

        return text[at] == '.' && (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1])) && !IsAbbreviation(text, at) && (at + 1 >= text.Length || !char.IsWhiteSpace(text[at + 1]) || IsFollowedByCapital(text, at + 1));
    }

    private static bool IsFollowedByCapital(string text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at >= text.Length || !char.IsLower(text[at]);
    }

    /// <summary>"St. Vincent", "No. 1", "3. Oktober", "z. B.".</summary>
    private static bool IsAbbreviation(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 12 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        var word = text[start..at].ToLowerInvariant();
        if (at + 1 >= text.Length || word.Length == 0)
        {
            return false;
        }

        var isOrdinal = word.Length <= 2 && word.All(char.IsAsciiDigit) && HasMonthAfter(text, at + 1);
        var isLetter = word.Length == 1 && char.IsUpper(text[start]) && word != "i";
        return isOrdinal || isLetter || (s_abbreviations.Contains(word) && (word is not ("no" or "min" or "art" or "ed" or "mar" or "ing") || (HasDigitAfter(text, at + 1) && word is "no" or "mar")));
    }

    private static bool HasDigitAfter(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length && char.IsDigit(text[at]);
    }

    private static bool HasMonthAfter(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && end - at < 20 && char.IsLetter(text[end]))
        {
            end++;
        }

        var word = Folding.Of(text[at..end]);
        return Wording.Lexicon.Languages.Any(language => Wording.Lexicon.Of(language).StartingWith(word).Any(static phrase => phrase.Meaning.Kind == Wording.MeaningKind.Month))
            || word is "platz" or "bis" or "und" or "stelle" or "mal" or "woche";
    }
}
