using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Finds names set against each other, and names that are said to stand in a list.</summary>
internal static class ComparisonFinder
{
    private const int Within = 10;
    private const int EndWithin = 6;

    private static readonly string[] s_ends = ["ended", "ending", "finished", "closed", "landed", "to", "towards", "into", "endete", "endest", "gelandet", "schluss", "fini", "termine", "terminaste", "acabaste", "finito", "eindigde"];

    /// <summary>"A had more plays than B", "A ahead of B".</summary>
    public static IEnumerable<Claim> Comparisons(SentenceReading sentence, EntityBook entities)
    {
        for (var index = 1; index < sentence.Mentions.Count; index++)
        {
            var (first, second) = (sentence.Mentions[index - 1], sentence.Mentions[index]);
            var (one, other) = (first.Entities[0], second.Entities[0]);
            if (one != other && !first.IsSoft && !second.IsSoft && entities.All[one].Kind == entities.All[other].Kind && second.Start - first.End <= Within && SignBetween(sentence, first.End, second.Start) is not 0 and var sign)
            {
                yield return new Claim(ClaimKind.Comparison, first.Start, second.End) { Entities = [one, other], Sign = sign };
            }
        }
    }

    /// <summary>"You started with A and shifted to B": two moods in the order in which they came.</summary>
    public static IEnumerable<Claim> Orders(SentenceReading sentence, EntityBook entities)
    {
        var moods = sentence.Mentions.Where(mention => entities.All[mention.Entities[0]].Kind == FactNameKind.Mood).ToList();
        if (moods.Count != 2 || moods[0].Entities[0] == moods[1].Entities[0] || !(FacetFinder.Of(sentence) & Facet.Drift).HasFlag(Facet.Drift))
        {
            yield break;
        }

        var isBackwards = sentence.Tokens.Skip(Math.Max(0, moods[0].Start - EndWithin)).Take(Math.Min(EndWithin, moods[0].Start)).Any(static token => s_ends.Contains(token.Folded));
        yield return new Claim(ClaimKind.Order, moods[0].Start, moods[1].End) { Entities = isBackwards ? [moods[1].Entities[0], moods[0].Entities[0]] : [moods[0].Entities[0], moods[1].Entities[0]] };
    }

    /// <summary>"your top three artists were A, B and C": each must stand in the list. Its value is the last place; 0 where none is said.</summary>
    public static IEnumerable<Claim> Listed(SentenceReading sentence, EntityBook entities)
    {
        foreach (var top in sentence.ItemsOf(MeaningKind.Top))
        {
            var number = top.End < sentence.Count ? NumberComposer.At(sentence, top.End) : null;
            var unit = sentence.ItemAt(number?.End ?? top.End);
            if (unit?.As(MeaningKind.Unit) is not { Value: "Artists" or "Tracks" or "Albums" or "Genres" or "Moods" } counted || (number is null && unit.Is(MeaningKind.Role)) || !sentence.Is(unit.End, MeaningKind.Copula) && !(unit.End < sentence.Count && sentence.Tokens[unit.End].Is(":")))
            {
                continue;
            }

            foreach (var mention in sentence.Mentions.Where(mention => mention.Start >= unit.End && mention.Entities.Any(entity => entities.All[entity].Kind + "s" == counted.Value)))
            {
                yield return new Claim(ClaimKind.Listed, mention.Start, mention.End) { Entities = mention.Entities, Value = number?.Value ?? 0 };
            }
        }
    }

    /// <summary>1 where the words between say that the first has more, -1 less, 0 where they say neither.</summary>
    private static int SignBetween(SentenceReading sentence, int from, int to)
    {
        var (sign, isCompared) = (0, false);
        for (var at = from; at < to; at++)
        {
            if (sentence.Tokens[at].Folded is ";" or "." || sentence.Is(at, MeaningKind.And))
            {
                return 0;
            }

            var than = sentence.ItemAt(at)?.As(MeaningKind.Than)?.Value;
            if (than is "more" or "less")
            {
                return than == "more" ? 1 : -1;
            }

            isCompared |= than == "with";
            var item = sentence.ItemAt(at);
            sign = item is null ? sign
                : item.Is(MeaningKind.WeakUp) || item is { Start: var start, End: var end } && item.Is(MeaningKind.Over) && end - start > 1 ? 1
                : item.Is(MeaningKind.WeakDown) || item is { Start: var begin, End: var behind } && item.Is(MeaningKind.Under) && behind - begin > 1 ? -1
                : sign;
            isCompared |= item is { } bound && bound.End - bound.Start > 1 && (bound.Is(MeaningKind.Over) || bound.Is(MeaningKind.Under));
        }

        return isCompared ? sign : 0;
    }
}
