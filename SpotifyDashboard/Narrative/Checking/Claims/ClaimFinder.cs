using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Finds all that a sentence claims.</summary>
internal static class ClaimFinder
{
    private const int UnitWithin = 5;

    /// <summary>Words that tell a direction beside a number only: "up 12 %", not "racking up".</summary>
    private static readonly string[] s_particles = ["up", "down", "plus", "minus"];

    private const Facet TimesOfDay = Facet.Morning | Facet.Afternoon | Facet.Evening | Facet.Night | Facet.Weekend | Facet.Workday;

    /// <summary>The claims in the order of the sentence, each with what it is about besides.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="entities">What the facts name.</param>
    public static List<Claim> Find(SentenceReading sentence, EntityBook entities)
    {
        var claims = new List<Claim>();
        for (var at = 0; at < sentence.Count;)
        {
            if (sentence.MentionAt(at) is { IsSoft: false } || sentence.Is(at, MeaningKind.Idiom))
            {
                at = sentence.MentionAt(at) is { IsSoft: false } mention ? mention.End : sentence.ItemAt(at)?.End ?? at + 1;
                continue;
            }

            var found = At(sentence, at);
            claims.AddRange(found);
            at = found.Count == 0 ? at + 1 : Math.Max(at + 1, found[^1].End);
        }

        claims = Durations.Merge(sentence, claims);
        claims = FacetFinder.Attach(sentence, claims);
        claims.AddRange(DirectionsOf(sentence, claims));
        claims.AddRange(TimesOfDayOf(sentence));
        claims.AddRange(CreditsOf(sentence, entities));
        claims.AddRange(ComparisonFinder.Comparisons(sentence, entities));
        claims.AddRange(ComparisonFinder.Listed(sentence, entities));
        claims.AddRange(ComparisonFinder.Orders(sentence, entities));
        claims.AddRange(sentence.Mentions.Where(static mention => !mention.IsRole).Select(static mention => new Claim(ClaimKind.Name, mention.Start, mention.End) { Entities = mention.Entities }));
        return claims;
    }

    private static IReadOnlyList<Claim> At(SentenceReading sentence, int at)
    {
        if (RankFinder.At(sentence, at) is { } rank)
        {
            return [rank];
        }

        var dates = DateFinder.At(sentence, at);
        if (dates.Count > 0)
        {
            return dates;
        }

        if (sentence.ItemAt(at) is { } item && item.As(MeaningKind.Multiple) is { } multiple && !item.Is(MeaningKind.Fraction))
        {
            return [new Claim(ClaimKind.Multiple, at, item.End) { Value = multiple.Number, Ranges = [AmountRanges.OfMultiple(multiple.Number, AmountFinder.LoosenessOf(sentence, at))] }];
        }

        return AmountFinder.At(sentence, at) is { } amount ? [amount] : [];
    }

    /// <summary>Words of more or less that no number took.</summary>
    private static IEnumerable<Claim> DirectionsOf(SentenceReading sentence, List<Claim> claims)
    {
        var hasBefore = sentence.ItemsOf(MeaningKind.Before).Any();
        var isTaken = claims.Exists(static claim => claim.Sign != 0);
        foreach (var (kind, sign, needsBefore) in (ReadOnlySpan<(MeaningKind, int, bool)>)[(MeaningKind.Up, 1, false), (MeaningKind.Down, -1, false), (MeaningKind.WeakUp, 1, true), (MeaningKind.WeakDown, -1, true)])
        {
            foreach (var item in sentence.ItemsOf(kind))
            {
                if (!isTaken && (hasBefore || (!needsBefore && HasUnitNear(sentence, item))) && !item.Is(MeaningKind.Over) && !item.Is(MeaningKind.Under) && !s_particles.Contains(sentence.Tokens[item.Start].Folded))
                {
                    return [new Claim(ClaimKind.Direction, item.Start, item.End) { Sign = sign }];
                }
            }
        }

        return [];
    }

    /// <summary>"plays rose" is a claim, "the curtain fell" is none.</summary>
    private static bool HasUnitNear(SentenceReading sentence, Item item) => Enumerable.Range(Math.Max(0, item.Start - UnitWithin), (2 * UnitWithin) + 1).Any(at => sentence.Is(at, MeaningKind.Unit));

    private static IEnumerable<Claim> TimesOfDayOf(SentenceReading sentence) => sentence.ItemsOf(MeaningKind.Facet)
        .Where(static item => item.Meanings.Any(static meaning => meaning.Kind == MeaningKind.Facet && (Enum.Parse<Facet>(meaning.Value) & TimesOfDay) != Facet.None) && !item.Is(MeaningKind.Unit))
        .Select(static item => new Claim(ClaimKind.TimeOfDay, item.Start, item.End) { Facets = FacetFinder.Of(item) & TimesOfDay });

    /// <summary>"“Polar” by Nordlys", "Nordlys's “Polar”": a track beside an artist says who made it.</summary>
    private static IEnumerable<Claim> CreditsOf(SentenceReading sentence, EntityBook entities)
    {
        for (var index = 1; index < sentence.Mentions.Count; index++)
        {
            var (first, second) = (sentence.Mentions[index - 1], sentence.Mentions[index]);
            var (ofFirst, ofSecond) = (KindsOf(first), KindsOf(second));
            var isBy = IsWork(ofFirst) && ofSecond.Contains(FactNameKind.Artist) && HasBetween(first, second, static (sentence, at) => sentence.Is(at, MeaningKind.By));
            var isOwn = ofFirst.Contains(FactNameKind.Artist) && IsWork(ofSecond) && IsPossessive(first, second);
            if (isBy || isOwn)
            {
                yield return new Claim(ClaimKind.Credit, first.Start, second.End) { Entities = isBy ? [.. first.Entities, .. second.Entities] : [.. second.Entities, .. first.Entities] };
            }
        }

        bool HasBetween(Mention first, Mention second, Func<SentenceReading, int, bool> test) =>
            second.Start - first.End <= 4 && Enumerable.Range(first.End, Math.Max(0, second.Start - first.End)).Any(at => test(sentence, at));

        bool IsPossessive(Mention first, Mention second)
        {
            var gap = second.Start - first.End;
            var hasMark = first.End < sentence.Count && (sentence.Tokens[first.End] is { Folded: "s", HasApostropheBefore: true } || TokenReader.IsApostrophe(sentence.Text[sentence.Tokens[first.End].Start]));
            return (gap <= 4 && hasMark) || gap == 0 || (gap == 1 && (sentence.Tokens[first.End].Is("\"") || sentence.Tokens[first.End].Is("-")));
        }

        ImmutableArray<FactNameKind> KindsOf(Mention mention) => [.. mention.Entities.Select(entity => entities.All[entity].Kind)];

        static bool IsWork(ImmutableArray<FactNameKind> kinds) => kinds.Any(static kind => kind is FactNameKind.Track or FactNameKind.Album);
    }
}
