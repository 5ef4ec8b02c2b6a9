using System.Buffers;
using System.Collections.Frozen;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Finds what looks like a name but is none of the facts: words in quotes, capitals where an ordinary word has none, kinds of music.</summary>
internal static class StrangerFinder
{
    private const int LongestQuote = 12;

    private static readonly FrozenSet<string> s_known = new[]
    {
        "i", "spotify", "dj", "dna", "ok", "okay", "tv", "us", "uk", "eu", "usa", "bpm", "id", "diy", "faq", "christmas", "halloween", "easter", "english", "german", "french", "spanish", "italian", "dutch", "portuguese",
        "british", "american", "european", "african", "asian", "nordic", "scandinavian", "latin", "god", "earth", "am", "pm", "mr", "mrs", "dear", "dashboard", "llm", "ai",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> s_breaks = SearchValues.Create(",;:.!?\"“”„");

    /// <summary>The strangers of a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="evidence">What the facts name.</param>
    /// <param name="part">Where it stands: a title may have capitals everywhere.</param>
    public static List<Claim> Find(SentenceReading sentence, FactEvidence evidence, TextPart part)
    {
        var strangers = new List<Claim>();
        var isTitle = part == TextPart.Title || IsInTitleCase(sentence);
        for (var at = 0; at < sentence.Count;)
        {
            var end = sentence.MentionAt(at)?.End ?? QuoteEnd(sentence, evidence, at) ?? GenreEnd(sentence, at) ?? RunEnd(sentence, evidence, at, isTitle);
            if (end > at && sentence.MentionAt(at) is null)
            {
                strangers.Add(new Claim(ClaimKind.Stranger, at, end));
            }

            at = Math.Max(at + 1, end);
        }

        return strangers;
    }

    /// <summary>A quotation with a capital in it that no fact knows, or handed over as a name: the song "yesterday".</summary>
    private static int? QuoteEnd(SentenceReading sentence, FactEvidence evidence, int at)
    {
        if (!IsOpening(sentence, at))
        {
            return null;
        }

        for (var end = at + 1; end < Math.Min(sentence.Count, at + LongestQuote + 2); end++)
        {
            if (!IsQuote(sentence, end))
            {
                continue;
            }

            var words = Enumerable.Range(at + 1, end - at - 1).Where(word => sentence.Tokens[word].Kind == TokenKind.Word).ToList();
            var isNamed = sentence.ItemBefore(at) is { } cue && (cue.Is(MeaningKind.NameCue) || cue.Is(MeaningKind.Role));
            var isForeign = words.Count > 0 && (isNamed || words.Exists(word => sentence.Tokens[word].IsCapital && !IsKnown(sentence, evidence, word))) && words.TrueForAll(word => sentence.MentionAt(word) is null);
            return isForeign ? end + 1 : null;
        }

        return null;
    }

    private static bool IsQuote(SentenceReading sentence, int at) => sentence.Tokens[at].Is("\"") || (sentence.Tokens[at].Kind == TokenKind.Mark && TokenReader.IsApostrophe(sentence.Text[sentence.Tokens[at].Start]));

    /// <summary>A quotation mark with white space or a bracket before it and none behind; guillemets by their shape.</summary>
    private static bool IsOpening(SentenceReading sentence, int at)
    {
        if (!IsQuote(sentence, at) || at + 1 >= sentence.Count)
        {
            return false;
        }

        return sentence.Text[sentence.Tokens[at].Start] switch
        {
            '«' or '„' => true,
            '»' => false,
            _ => (sentence.Tokens[at].HasSpaceBefore || sentence.Tokens[at - 1].Kind == TokenKind.Mark) && !sentence.Tokens[at + 1].HasSpaceBefore,
        };
    }

    private static bool IsKnown(SentenceReading sentence, FactEvidence evidence, int at) =>
        s_known.Contains(sentence.Tokens[at].Folded) || evidence.Names.Knows(sentence.Tokens[at].Folded);

    private static int? GenreEnd(SentenceReading sentence, int at)
    {
        var end = Genres.EndAt(sentence, at);
        return end > at ? end : null;
    }

    /// <summary>The end of a run of capitals that is a name; the start where there is none.</summary>
    private static int RunEnd(SentenceReading sentence, FactEvidence evidence, int at, bool isTitle)
    {
        var (end, strange, words) = (at, 0, 0);
        while (end < sentence.Count && sentence.Tokens[end] is { Kind: TokenKind.Word, IsCapital: true } token && sentence.MentionAt(end) is null && !token.HasApostropheBefore && (end == at || !IsBroken(sentence, end)))
        {
            strange += IsStrange(sentence, evidence, end, isTitle) ? 1 : 0;
            words++;
            end++;
        }

        return words > 0 && strange > 0 && (!IsGerman(sentence) || IsGermanName(sentence, at, strange, words)) ? end : at;
    }

    private static bool IsBroken(SentenceReading sentence, int at) => sentence.Text[sentence.Tokens[at - 1].End..sentence.Tokens[at].Start].AsSpan().IndexOfAny(s_breaks) >= 0;

    private static bool IsGerman(SentenceReading sentence) => sentence.Wordings.Has("de");

    /// <summary>German: two unknown words in a row, or one where a name stands: behind "von", "namens", "die Band", or as the whole other side of "ist".</summary>
    private static bool IsGermanName(SentenceReading sentence, int at, int strange, int words)
    {
        if (strange > 1 && words > 1 && at > 0)
        {
            return true;
        }

        var before = sentence.ItemBefore(at);
        var speaksOfPlaces = sentence.ItemsOf(MeaningKind.Top).Any() || sentence.ItemsOf(MeaningKind.Place).Any();
        var isCued = before is not null && (before.Is(MeaningKind.NameCue) || before.Is(MeaningKind.By) || before.Is(MeaningKind.Role) || before.Is(MeaningKind.Top) || (speaksOfPlaces && (before.Is(MeaningKind.Copula) || before.Is(MeaningKind.Than))));
        var starts = at == 0 && sentence.Is(at + words, MeaningKind.Copula) && (speaksOfPlaces || (at + words + 1 < sentence.Count && sentence.Tokens[at + words + 1].Folded.StartsWith("dein", StringComparison.Ordinal)) || sentence.Tokens.Any(static token => token.Kind == TokenKind.Number));
        var hears = at > 0 && sentence.Tokens[at - 1].Folded is "horst" or "hortest" or "liebst" or "liebtest" or "spieltest" or "spielst" || (at > 0 && sentence.Tokens[at - 1].Folded is "hast" or "du" && sentence.Tokens.Any(static token => token.Folded is "gehort" or "geliebt" or "gespielt" or "gestreamt"));
        return (strange == words && (starts || hears)) || (isCued && IsUnknownGerman(sentence, at));
    }

    private static bool IsHyphened(SentenceReading sentence, int at) => at + 1 < sentence.Count && sentence.Tokens[at + 1].HasHyphenBefore;

    private static bool IsUnknownGerman(SentenceReading sentence, int at) => !GermanNouns.Knows(sentence.Tokens[at].Folded);

    private static bool IsStrange(SentenceReading sentence, FactEvidence evidence, int at, bool isTitle)
    {
        var token = sentence.Tokens[at];
        if (token.Folded.Length == 1 || s_known.Contains(token.Folded) || sentence.ItemAt(at) is { } item && IsDate(item))
        {
            return false;
        }

        if (IsGerman(sentence))
        {
            return !token.HasHyphenBefore && !IsHyphened(sentence, at) && !GermanNouns.Knows(token.Folded) && !evidence.Names.Knows(token.Folded) && !(sentence.Wordings.HasEnglish && Vocabulary.IsEnglish(token.Folded));
        }

        var isKnown = (sentence.Wordings.HasEnglish && Vocabulary.IsEnglish(token.Folded)) || sentence.ItemAt(at) is not null || IsCommon(sentence, token.Folded);
        if (IsStart(sentence, at))
        {
            return !isKnown && !evidence.Names.Knows(token.Folded) && (sentence.Wordings.HasEnglish || IsSubject(sentence, at));
        }

        return isTitle ? !isKnown && !evidence.Names.Knows(token.Folded) && sentence.Wordings.HasEnglish : !evidence.Names.Knows(token.Folded) || !isKnown;
    }

    private static bool IsCommon(SentenceReading sentence, string folded) => Lexicon.Languages.Any(language => sentence.Wordings.Has(language) && !Lexicon.Of(language).StartingWith(folded).IsEmpty);

    private static bool IsDate(Item item) => item.Is(MeaningKind.Weekday) || item.Is(MeaningKind.Month) || item.Is(MeaningKind.Decade);

    private static bool IsStart(SentenceReading sentence, int at) =>
        at == 0 || sentence.Tokens[at].HasHyphenBefore || sentence.Tokens[at - 1] is { Kind: TokenKind.Mark, Folded: ":" or "." or "!" or "?" or "-" or "\"" or "(" or "…" or "¿" or "¡" or "|" };

    /// <summary>An unknown word at the start with is, was or leads behind it, or another capital, is a name in any language.</summary>
    private static bool IsSubject(SentenceReading sentence, int at) =>
        at + 1 < sentence.Count && (sentence.Is(at + 1, MeaningKind.Copula) || sentence.Is(at + 1, MeaningKind.Top) || sentence.Tokens[at + 1].IsCapital);

    /// <summary>Whether nearly all longer words have a capital.</summary>
    private static bool IsInTitleCase(SentenceReading sentence)
    {
        var words = sentence.Tokens.Where(static token => token is { Kind: TokenKind.Word, Folded.Length: > 3 }).ToList();
        return words.Count > 2 && words.Count(static token => token.IsCapital) > words.Count * 0.8;
    }
}
