using System.Globalization;
using SpotifyDashboard.Narrative.Checking.Claims;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Judging;

/// <summary>Judges numbers: one must be that of a fact, of the same unit, the same name and about the same, or follow from facts by plain arithmetic.</summary>
internal static class AmountJudge
{
    private const Facet Restricting = Facet.New | Facet.Skip | Facet.Weekend | Facet.Workday | Facet.Morning | Facet.Afternoon | Facet.Evening | Facet.Night | Facet.Longest | Facet.Average | Facet.Streak | Facet.Session | Facet.Drift;
    private const Facet Binding = Facet.New | Facet.Skip | Facet.Weekend | Facet.Workday | Facet.Morning | Facet.Afternoon | Facet.Evening | Facet.Night | Facet.Average | Facet.Streak | Facet.Session;
    private const Facet OfTime = Facet.Longest | Facet.Current | Facet.Peak | Facet.Least;

    /// <summary>The verdict on a number.</summary>
    public static Verdict Judge(SentenceGround ground, Claim claim)
    {
        var binding = ground.Binder.Of(claim);
        var figures = ground.Evidence.Figures;
        var equal = figures.Where(figure => IsEqual(ground, claim, figure)).ToList();
        if (equal.Find(figure => IsOwned(ground, claim, binding, figure) && IsAbout(ground, claim, figure)) is { } borne)
        {
            return Verdict.Borne(borne.Fact.Id);
        }

        return Arithmetic.Derive(ground, claim, binding) ?? Verdict.Wrong(ReasonFor(ground, claim, binding, equal));
    }

    /// <summary>Whether the number is the figure's, whoever it belongs to.</summary>
    public static bool Fits(Claim claim, double value, FactUnit? unit) => claim.Ranges.Any(range =>
        (range.Unit == unit || range.Unit is null || unit is null || (range.Unit == FactUnit.Tracks && unit == FactUnit.Plays)) && range.Holds(value));

    /// <summary>Whether a figure may stand where the number stands, by the names around it.</summary>
    public static bool IsOwned(SentenceGround ground, Claim claim, Binding binding, Figure figure)
    {
        if (figure.Owners.IsEmpty)
        {
            return binding.MayBeWhole || binding.Owners.IsEmpty || IsOwnUnit(ground, binding, figure);
        }

        if (binding.Owners.Any(figure.Owners.Contains))
        {
            return binding.Group.Length < 2 || !binding.Group.Contains(figure.Owners[0]) || IsBracketed(ground, claim);
        }

        // "Calm, with “Polar” by Nordlys, makes 34 %": the name beside the number is of the same fact.
        if (figure.Owners.Any(owner => ground.Named.Contains(owner)))
        {
            var kind = ground.Evidence.Entities.All[figure.Owners[0]].Kind;
            return binding.Owners.Any(owner => ground.Evidence.Entities.All[owner].Kind != kind && ground.Evidence.Entities.Of(figure.Fact).Contains(owner));
        }

        if (!ground.Named.IsEmpty)
        {
            return false;
        }

        return ground.Spoken is { } spoken
            ? figure.Owners.Any(spoken.Contains) && !ground.Sentence.ItemsOf(MeaningKind.InAll).Any()
            : ground.Sentence.ItemsOf(MeaningKind.Pronoun).Any() || ground.Sentence.ItemsOf(MeaningKind.Role).Any();
    }

    /// <summary>Whether the figure is about what the sentence says: new artists are not all artists.</summary>
    public static bool IsAbout(SentenceGround ground, Claim claim, Figure figure)
    {
        var ofFact = ground.Evidence.FacetsOf(figure.Fact) | figure.Facets;
        var binding = Binding | (figure.Unit is FactUnit.Days or FactUnit.Minutes or FactUnit.Hours or FactUnit.Weeks && figure.Owners.IsEmpty ? OfTime : Facet.None);
        if ((claim.Facets & binding & ~ofFact) != Facet.None)
        {
            return false;
        }

        // Two lengths in one fact, the longest and the current: each word goes to its own.
        if ((claim.Facets & figure.Facets & (Facet.Longest | Facet.Current)) == Facet.None && (claim.Facets & (Facet.Longest | Facet.Current)) != Facet.None && (figure.Facets & (Facet.Longest | Facet.Current)) != Facet.None)
        {
            return false;
        }

        var restricted = ofFact & Restricting;
        return restricted == Facet.None || ((claim.Facets | ground.Facets) & restricted) != Facet.None || !ground.Evidence.Figures.Any(other =>
            other.Unit == figure.Unit && other.Owners.SequenceEqual(figure.Owners) && ((ground.Evidence.FacetsOf(other.Fact) | other.Facets) & Restricting) == Facet.None && other.Fact.Topic != FactTopic.Change);
    }

    private static bool IsEqual(SentenceGround ground, Claim claim, Figure figure)
    {
        if (claim.PerDays > 0 && figure.Owners.IsEmpty && (ground.Evidence.FacetsOf(figure.Fact) & Facet.Average) == Facet.None)
        {
            return false;
        }

        return Fits(claim, figure.Value, figure.Unit) || Fits(claim, figure.Said, figure.Unit);
    }

    /// <summary>Artists, sessions and streaks are never those of a name.</summary>
    private static bool IsOwnUnit(SentenceGround ground, Binding binding, Figure figure) =>
        figure.Unit is not (FactUnit.Plays or FactUnit.Minutes or FactUnit.Hours or FactUnit.Percent or null)
        && !binding.Owners.Any(owner => ground.Evidence.FiguresOf(owner).Any(own => own.Unit == figure.Unit));

    private static bool IsBracketed(SentenceGround ground, Claim claim) =>
        (claim.Start > 0 && ground.Sentence.Tokens[claim.Start - 1].Is("(")) || ground.Sentence.Tokens.Any(static token => token.Folded is "each" or "je" or "jeweils" or "chacun" or "cada" or "ciascuno");

    private static string ReasonFor(SentenceGround ground, Claim claim, Binding binding, List<Figure> equal)
    {
        var words = ground.WordsOf(claim);
        if (equal.Find(static figure => !figure.Owners.IsEmpty) is { } other)
        {
            return $"\"{words}\" is what {other.Fact.Id} says of {ground.Evidence.Entities.All[other.Owners[0]].Words}, nothing else.";
        }

        if (equal.Count > 0)
        {
            return $"\"{words}\" is what {equal[0].Fact.Id} says: {equal[0].Fact.Text}";
        }

        if (claim.Sign != 0 && ground.Evidence.Figures.FirstOrDefault(figure => Fits(claim with { Ranges = [.. claim.Ranges.Select(static range => range with { Low = -range.High, High = -range.Low })] }, figure.Value, figure.Unit)) is { } opposite)
        {
            return $"\"{words}\" is the wrong way: {opposite.Fact.Id} says: {opposite.Fact.Text}";
        }

        var near = ground.Evidence.Figures
            .Where(figure => claim.Ranges.Any(range => range.Unit == figure.Unit || range.Unit is null) && (binding.Owners.IsEmpty || figure.Owners.IsEmpty || binding.Owners.Any(figure.Owners.Contains)))
            .OrderByDescending(figure => binding.Owners.Any(figure.Owners.Contains))
            .ThenBy(figure => figure.Owners.Length)
            .FirstOrDefault();
        return near is null
            ? $"No fact says \"{words}\"."
            : $"No fact says \"{words}\"; {near.Fact.Id} says {near.Said.ToString("#,0.##", CultureInfo.InvariantCulture)}{UnitWords(near.Unit)}.";
    }

    private static string UnitWords(FactUnit? unit) => unit switch
    {
        null or FactUnit.None => "",
        FactUnit.Percent or FactUnit.PercentChange => " %",
        FactUnit.PercentagePoints => " percentage points",
        var other => $" {other.ToString()?.ToLowerInvariant()}",
    };
}
