using SpotifyDashboard.Narrative.Checking.Claims;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Judging;

/// <summary>Judges places in lists: the name that a place is said of must have it.</summary>
internal static class RankJudge
{
    private const int BoundWithin = 7;
    private const int Last = 0;

    /// <summary>The verdict on a place; null where the words say no place of anything.</summary>
    public static Verdict? Judge(SentenceGround ground, Claim claim)
    {
        var place = claim.Value;
        if (BoundTo(ground, claim) is not { } mention)
        {
            return Unbound(ground, claim);
        }

        var entities = mention.Entities.Select(number => ground.Evidence.Entities.All[number]).ToList();
        if (place != Last && entities.Find(entity => entity.Rank == (int)place && (claim.Role is null || claim.Role == entity.Kind)) is { } right)
        {
            return Verdict.Borne([.. FactsOf(ground, right)]);
        }

        if (place == Last && entities.Exists(entity => entity.Rank is { } rank && !ground.Evidence.Entities.All.Any(other => other.Kind == entity.Kind && other.Rank > rank)))
        {
            return Verdict.Borne([.. FactsOf(ground, entities[0])]);
        }

        // "artist no. 3 in the stretch before": a place that only a fact about a change says.
        if (ground.Evidence.Figures.FirstOrDefault(figure => figure.Unit == FactUnit.Rank && figure.Value == place && figure.Owners.Any(mention.Entities.Contains) && SpeaksOfBefore(ground.Sentence)) is { } before)
        {
            return Verdict.Borne(before.Fact.Id);
        }

        var holder = ground.Evidence.Entities.At(claim.Role ?? entities[0].Kind, (int)place);
        return Verdict.Wrong(holder is null
            ? $"No fact gives {entities[0].Words} that place."
            : $"\"{ground.WordsOf(claim)}\" is {holder.Words} by {string.Join(", ", FactsOf(ground, holder).Take(1))}, not {entities[0].Words}.");
    }

    /// <summary>The verdict on a name in "your top three artists were A, B and C".</summary>
    public static Verdict Listed(SentenceGround ground, Claim claim)
    {
        var entity = claim.Entities.Select(number => ground.Evidence.Entities.All[number]).MinBy(static entity => entity.Rank ?? int.MaxValue);
        return entity is { Rank: { } rank } && (claim.Value == 0 || rank <= claim.Value)
            ? Verdict.Borne([.. FactsOf(ground, entity)])
            : Verdict.Wrong($"No fact lists {ground.WordsOf(claim)} among them.");
    }

    private static bool SpeaksOfBefore(SentenceReading sentence) => sentence.ItemsOf(MeaningKind.Before).Any() || sentence.ItemsOf(MeaningKind.Up).Any() || sentence.ItemsOf(MeaningKind.Down).Any();

    private static Verdict? Unbound(SentenceGround ground, Claim claim)
    {
        if (claim.Role is { } role)
        {
            return ground.Evidence.Entities.At(role, (int)claim.Value) is { } entity
                ? Verdict.Borne([.. FactsOf(ground, entity).Take(1)])
                : claim.Value <= 1 ? null : Verdict.Wrong($"No fact says which {role.ToString().ToLowerInvariant()} has place {claim.Value:0}.");
        }

        return claim.Value <= 1 || ground.Evidence.Entities.All.Any(entity => entity.Rank == (int)claim.Value) || ground.Evidence.Figures.Any(figure => figure.Unit == FactUnit.Rank && figure.Value == claim.Value)
            ? null
            : Verdict.Wrong($"No fact speaks of place {claim.Value:0}.");
    }

    private static IEnumerable<string> FactsOf(SentenceGround ground, Entity entity)
    {
        var ranked = ground.Evidence.Facts.Facts.Where(fact => EntityBook.KindOf(fact.Topic) == entity.Kind && ground.Evidence.Entities.Of(fact) is [var first, ..] && first == entity.Number).Select(static fact => fact.Id).Take(1).ToList();
        return ranked.Count > 0 ? ranked : ground.Evidence.Naming(entity.Number).Select(static fact => fact.Id).Take(1);
    }

    /// <summary>The name that the place is said of: "your top artist was A", "A, your top artist", "A came second".</summary>
    private static Mention? BoundTo(SentenceGround ground, Claim claim)
    {
        var sentence = ground.Sentence;
        var end = claim.End;
        while (end < sentence.Count && end < claim.End + 4 && (sentence.Is(end, MeaningKind.Role) || sentence.Is(end, MeaningKind.Top) || (claim.Role is not null && !sentence.Is(end, MeaningKind.Copula) && sentence.Tokens[end].Kind == TokenKind.Word && Enumerable.Range(end + 1, 3).Any(at => sentence.Is(at, MeaningKind.Role)))))
        {
            end = sentence.ItemAt(end)?.End ?? end + 1;
        }

        var after = Nearest(ground, claim, ground.Sentence.Mentions.Where(mention => mention.Start >= end && mention.Start - end <= BoundWithin));
        var before = Nearest(ground, claim, ground.Sentence.Mentions.Where(mention => mention.End <= claim.Start && claim.Start - mention.End <= BoundWithin).Reverse());
        var from = before is null ? 0 : EndWithAuthor(sentence, before);
        var leadsOn = after is not null && IsEquated(sentence, end, after.Start) ? after : null;
        var leadsBack = before is not null && (IsEquated(sentence, from, claim.Start) || (claim.Role is null && IsDirect(sentence, from, claim.Start))) ? before : null;
        return leadsBack is not null && HasCopula(sentence, from, claim.Start) ? leadsBack : leadsOn ?? leadsBack;
    }

    /// <summary>The nearest name of the kind that the place is of, else the nearest name; an artist behind "by" goes with its track.</summary>
    private static Mention? Nearest(SentenceGround ground, Claim claim, IEnumerable<Mention> mentions)
    {
        var near = mentions.Where(static mention => !mention.IsRole).ToList();
        if (claim.Role is null && near is [var author, var work, ..] && IsAuthor(ground.Sentence, author))
        {
            return work;
        }

        return near.Find(mention => IsOfRole(ground, claim, mention) && (ReferenceEquals(mention, near[0]) || IsAuthor(ground.Sentence, near[0]))) ?? near.Find(static mention => !mention.IsSoft);
    }

    private static bool IsAuthor(SentenceReading sentence, Mention mention) => Enumerable.Range(Math.Max(0, mention.Start - 2), Math.Min(2, mention.Start)).Any(at => sentence.Is(at, MeaningKind.By));

    private static int EndWithAuthor(SentenceReading sentence, Mention mention) =>
        sentence.Mentions.FirstOrDefault(other => other.Start >= mention.End && other.Start - mention.End <= 3 && IsAuthor(sentence, other))?.End ?? mention.End;

    private static bool IsOfRole(SentenceGround ground, Claim claim, Mention mention) =>
        claim.Role is null ? !mention.IsSoft : mention.Entities.Any(entity => ground.Evidence.Entities.All[entity].Kind == claim.Role);

    private static bool HasCopula(SentenceReading sentence, int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Any(at => sentence.Is(at, MeaningKind.Copula) || sentence.Tokens[at].Is(":"));

    /// <summary>Only words that set two things equal stand between: is, was, a comma, a colon, "your".</summary>
    private static bool IsEquated(SentenceReading sentence, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (sentence.MentionAt(at) is { IsSoft: false } || sentence.Is(at, MeaningKind.And) || sentence.Is(at, MeaningKind.Than) || sentence.Is(at, MeaningKind.By) || sentence.Tokens[at].Kind == TokenKind.Number || sentence.Tokens[at].Is(";"))
            {
                return false;
            }
        }

        return to - from <= 2 || HasCopula(sentence, from, to) || Enumerable.Range(from, to - from).All(at => sentence.Tokens[at].Kind == TokenKind.Mark || sentence.Tokens[at].Folded is "your" or "the" or "of" or "this" or "week" or "month" or "year" or "dein" or "deine" or "der" or "die" or "das" or "ton" or "ta" or "tu" or "with" or "mit");
    }

    private static bool IsDirect(SentenceReading sentence, int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).All(at => sentence.Tokens[at].Kind == TokenKind.Word && !sentence.Is(at, MeaningKind.And) && !sentence.Is(at, MeaningKind.Pronoun));
}
