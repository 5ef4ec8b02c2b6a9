using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Gives each number the words beside it that say what it is about: the longest, new ones, at night.</summary>
internal static class FacetFinder
{
    /// <summary>Beyond it a word speaks of something else; words behind a number reach half as far.</summary>
    private const int Farthest = 12;

    /// <summary>What a phrase says.</summary>
    public static Facet Of(Item item) => item.Meanings.Where(static meaning => meaning.Kind == MeaningKind.Facet).Aggregate(Facet.None, static (all, meaning) => all | Enum.Parse<Facet>(meaning.Value));

    /// <summary>All that the sentence says.</summary>
    public static Facet Of(SentenceReading sentence) => sentence.ItemsOf(MeaningKind.Facet).Aggregate(Facet.None, static (all, item) => all | Of(item));

    /// <summary>The claims with what they are about: each phrase goes to the nearest number that it can speak of, rather the one behind it.</summary>
    public static List<Claim> Attach(SentenceReading sentence, List<Claim> claims)
    {
        var attached = claims.ToArray();
        foreach (var item in sentence.ItemsOf(MeaningKind.Facet))
        {
            var facet = Of(item);
            var (nearest, least) = (-1, double.MaxValue);
            for (var index = 0; index < attached.Length; index++)
            {
                var claim = attached[index];
                var distance = claim.Start >= item.End ? claim.Start - item.End + CutBetween(sentence, item.End, claim.Start) : item.Start >= claim.End ? ((item.Start - claim.End) * 2) + 1 + CutBetween(sentence, claim.End, item.Start) : 0;
                if (claim.Kind is ClaimKind.Amount or ClaimKind.Clock or ClaimKind.Weekday && CanSpeakOf(facet, claim) && distance < least && distance <= Farthest)
                {
                    (nearest, least) = (index, distance);
                }
            }

            if (nearest >= 0)
            {
                attached[nearest] = attached[nearest] with { Facets = attached[nearest].Facets | facet };
            }
        }

        return [.. attached];
    }

    /// <summary>A semicolon parts, a comma nearly so.</summary>
    private static int CutBetween(SentenceReading sentence, int from, int to) => Enumerable.Range(from, to - from).Sum(at => sentence.Tokens[at].Folded switch { ";" or ":" => Farthest, "," => Farthest / 2, _ => 0 });

    /// <summary>New are things, in a row are days; any number may be an average.</summary>
    private static bool CanSpeakOf(Facet facet, Claim claim)
    {
        if (facet == Facet.Drift)
        {
            return false;
        }

        if (claim.Kind != ClaimKind.Amount)
        {
            return facet is Facet.Peak or Facet.Least;
        }

        if (!claim.HasUnit)
        {
            return true;
        }

        var units = claim.Ranges.Select(static range => range.Unit).ToList();
        return facet switch
        {
            Facet.New => units.Exists(static unit => unit is FactUnit.Artists or FactUnit.Tracks or FactUnit.Albums or FactUnit.Genres or FactUnit.Percent),
            Facet.Streak => units.Exists(static unit => unit is FactUnit.Days or FactUnit.Weeks),
            Facet.Session => units.Exists(static unit => unit is FactUnit.Sessions or FactUnit.Hours or FactUnit.Tracks or FactUnit.Plays),
            Facet.Hipster or Facet.Variety => units.Exists(static unit => unit is FactUnit.Score or FactUnit.Percent),
            _ => true,
        };
    }
}
