using System.Collections.Frozen;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Finds what looks like a name but is none of the facts: words in quotes, capitals where an ordinary word has none, kinds of music.</summary>
internal static class StrangerFinder
{
    private const int LongestQuote = 10;

    private static readonly FrozenSet<string> s_known = new[] { "i", "spotify", "dj", "dna", "ok", "tv", "us", "uk", "eu", "christmas", "halloween", "easter", "english", "german", "french", "spanish", "italian", "dutch", "portuguese", "british", "american", "european", "latin", "god", "earth", "mars", "am", "pm", "mr", "mrs", "dear", "excel" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The strangers of a sentence.</summary>
    public static List<Claim> Find(SentenceReading sentence, FactEvidence evidence, TextPart part)
    {
        var strangers = new List<Claim>();
        for (var at = 0; at < sentence.Count;)
        {
            var end = sentence.MentionAt(at)?.End ?? QuoteEnd(sentence, evidence, at) ?? RunEnd(sentence, evidence, at, part);
            if (end > at && sentence.MentionAt(at) is null)
            {
                strangers.Add(new Claim(ClaimKind.Stranger, at, end));
            }

            at = Math.Max(at + 1, end);
        }

        return strangers;
    }

    /// <summary>A quotation that is not about a name of the facts, with a capital in it.</summary>
    private static int? QuoteEnd(SentenceReading sentence, FactEvidence evidence, int at)
    {
        if (!IsQuote(sentence, at))
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
            var isForeign = words.Exists(word => sentence.Tokens[word].IsCapital && !IsKnown(sentence, evidence, word)) && words.TrueForAll(word => sentence.MentionAt(word) is null);
            return isForeign ? end + 1 : null;
        }

        return null;
    }

    private static bool IsQuote(SentenceReading sentence, int at) => sentence.Tokens[at].Is("\"") || (sentence.Tokens[at].Kind == TokenKind.Mark && TokenReader.IsApostrophe(sentence.Text[sentence.Tokens[at].Start]));

    private static bool IsKnown(SentenceReading sentence, FactEvidence evidence, int at) =>
        s_known.Contains(sentence.Tokens[at].Folded) || evidence.Names.Knows(sentence.Tokens[at].Folded);

    /// <summary>The end of a run of capitals that is a name; the start where there is none.</summary>
    private static int RunEnd(SentenceReading sentence, FactEvidence evidence, int at, TextPart part)
    {
        var end = at;
        var unknown = 0;
        while (end < sentence.Count && sentence.Tokens[end] is { Kind: TokenKind.Word, IsCapital: true } && sentence.MentionAt(end) is null && sentence.ItemAt(end) is null)
        {
            unknown += IsStrange(sentence, evidence, end, part) ? 1 : 0;
            end++;
        }

        return unknown > 0 ? end : at;
    }

    private static bool IsStrange(SentenceReading sentence, FactEvidence evidence, int at, TextPart part)
    {
        var token = sentence.Tokens[at];
        if (token.HasApostropheBefore || token.Folded.Length == 1 || s_known.Contains(token.Folded) || sentence.Wordings.Has("de"))
        {
            return false;
        }

        var isStart = at == 0 || sentence.Tokens[at - 1] is { Kind: TokenKind.Mark, Folded: ":" or "." or "!" or "?" or "-" or "\"" or "(" or "…" } || token.HasHyphenBefore;
        return isStart || part == TextPart.Title ? sentence.Wordings.HasEnglish && !Vocabulary.IsEnglish(token.Folded) && !evidence.Names.Knows(token.Folded) : !evidence.Names.Knows(token.Folded) || !Vocabulary.IsEnglish(token.Folded);
    }
}
