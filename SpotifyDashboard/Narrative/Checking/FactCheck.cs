using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Narrative.Checking.Claims;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Judging;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Rules;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative.Checking;

/// <summary>Checks that a story says only what its facts say: every number, share, date, direction, place and name, sentence by sentence.</summary>
/// <remarks>
/// What is a claim and what bears it: <c>docs/decisions/0029-claims-and-support.md</c>; what is a name:
/// <c>docs/decisions/0030-names-in-stories.md</c>. Pure: the same text and facts have the same verdict, whatever the hour. It never throws,
/// whatever the text, and its time grows with the text's length only.
/// </remarks>
public static class FactCheck
{
    /// <summary>Checks a story.</summary>
    /// <param name="text">What the narrator wrote.</param>
    /// <param name="facts">All that it may say.</param>
    /// <param name="language">The language that it was to be written in; other languages and forms of numbers are read as well.</param>
    public static CheckedText Check(NarrativeText text, NarrativeFacts facts, CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(language);
        var evidence = new FactEvidence(facts);
        var sentences = ImmutableArray.CreateBuilder<CheckedSentence>();
        var faults = ImmutableArray.CreateBuilder<CheckFault>();
        foreach (var (part, words) in (ReadOnlySpan<(TextPart, string?)>)[(TextPart.Title, text.Title), (TextPart.Description, text.Description), (TextPart.Roast, text.Roast)])
        {
            var whole = Folding.Whole(words ?? "").Trim();
            faults.AddRange(TextRules.OfPart(part, whole));
            ImmutableArray<int> spoken = [];
            var about = Facet.None;
            foreach (var sentence in TextRules.IsTooLongToRead(whole) ? [] : part == TextPart.Title ? whole.Length == 0 ? [] : [whole] : SentenceSplitter.Split(whole, facts))
            {
                var (verdict, wrong, ground) = Check(part, sentence, evidence, language, spoken, about);
                (spoken, about) = (ground.Named.IsEmpty ? spoken : ground.Named, FacetFinder.Of(ground.Sentence));
                sentences.Add(verdict with { Facts = WithCited(verdict, text, facts) });
                faults.AddRange(wrong);
            }
        }

        return new CheckedText(sentences.ToImmutable(), faults.ToImmutable());
    }

    /// <summary>Checks one sentence, as it arrives, without those before it.</summary>
    /// <param name="part">Where it stands.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="facts">All that it may say.</param>
    /// <param name="language">The language that it was to be written in.</param>
    public static (CheckedSentence Sentence, ImmutableArray<CheckFault> Faults) CheckSentence(TextPart part, string sentence, NarrativeFacts facts, CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(language);
        var whole = Folding.Whole(sentence).Trim();
        var tooLong = TextRules.OfPart(part, whole);
        if (!tooLong.IsEmpty)
        {
            return (new CheckedSentence(part, whole, [], 0, 0), tooLong);
        }

        var (verdict, faults, _) = Check(part, whole, new FactEvidence(facts), language, null, Facet.None);
        return (verdict, faults);
    }

    private static (CheckedSentence Sentence, ImmutableArray<CheckFault> Faults, SentenceGround Ground) Check(
        TextPart part, string text, FactEvidence evidence, CultureInfo language, ImmutableArray<int>? spoken, Facet about)
    {
        var tokens = TokenReader.Read(text);
        var sentence = new SentenceReading(text, tokens, evidence.Names, Wordings.For(tokens, language));
        var claims = ClaimFinder.Find(sentence, evidence.Entities);
        var strangers = StrangerFinder.Find(sentence, evidence, part);
        claims.AddRange(strangers);
        var ground = new SentenceGround(sentence, claims, new Binder(sentence, claims, evidence.Entities), evidence, spoken, about);
        var verdicts = Judge.All(ground);
        var copied = evidence.Facts.Facts.FirstOrDefault(fact => fact.Text == text);
        var faults = copied is null
            ? verdicts.Where(static pair => pair.Verdict.Reason is not null).Select(pair => new CheckFault(part, text, ground.WordsOf(pair.Claim), pair.Verdict.Reason ?? "")).ToImmutableArray()
            : [];
        var rules = TextRules.OfSentence(part, sentence);
        var bearing = copied is null ? verdicts.SelectMany(static pair => pair.Verdict.Facts).Distinct(StringComparer.Ordinal).ToImmutableArray() : [copied.Id];
        return (new CheckedSentence(part, text, bearing, verdicts.Count, verdicts.Count - faults.Length), [.. faults, .. rules], ground);
    }

    /// <summary>The narrator's own citations are kept where they exist and share a name or topic with what bears the sentence.</summary>
    private static ImmutableArray<string> WithCited(CheckedSentence sentence, NarrativeText text, NarrativeFacts facts)
    {
        if (sentence.Claims == 0 || text.Citations.IsDefaultOrEmpty)
        {
            return sentence.Facts;
        }

        var bearing = facts.Facts.Where(fact => sentence.Facts.Contains(fact.Id)).ToList();
        var cited = text.Citations.Where(citation => citation.Sentence?.Trim() == sentence.Text && !citation.Facts.IsDefaultOrEmpty).SelectMany(static citation => citation.Facts);
        return
        [
            .. sentence.Facts,
            .. cited.Distinct(StringComparer.Ordinal).Where(id => !sentence.Facts.Contains(id) && facts.Facts.FirstOrDefault(fact => fact.Id == id) is { } fact && bearing.Exists(other => IsAkin(fact, other))),
        ];
    }

    private static bool IsAkin(NarrativeFact one, NarrativeFact other) => one.Topic == other.Topic && (one.Names.IsEmpty || one.Names.Any(other.Names.Contains));
}
