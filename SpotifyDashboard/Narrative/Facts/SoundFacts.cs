using System.Globalization;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Moods.Pages;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>The moods of the plays: names, shares and what sets their sound apart. The names are the dashboard's own words and never left out.</summary>
internal static class SoundFacts
{
    private const string Series = "mood";
    private const int TraitsSaid = 2;
    private const int PlacesInFull = 3;
    private const int Percents = 100;

    private static readonly int[] s_weights = [920, 834, 832, 830, 828];

    /// <summary>The moods, most played first; none while too few plays have one.</summary>
    /// <param name="ground">What facts are made from.</param>
    /// <param name="trend">The moods of its plays.</param>
    public static IEnumerable<FactDraft> Of(FactGround ground, MoodTrend trend)
    {
        if (!(trend.Coverage >= FactGround.LeastCoverage))
        {
            yield break;
        }

        if (CoverageOf(ground, trend) is { } coverage)
        {
            yield return coverage;
        }

        var played = trend.Moods.Where(mood => mood.Share > 0).OrderByDescending(mood => mood.Known).ThenBy(mood => mood.Id).Take(s_weights.Length);
        foreach (var (mood, place) in played.Select((mood, index) => (mood, index + 1)))
        {
            yield return MoodOf(ground, mood, place);
        }
    }

    private static FactDraft? CoverageOf(FactGround ground, MoodTrend trend)
    {
        var (known, total) = (ground.Map.Coverage.WithFeatures, ground.Map.Coverage.Total);
        if (trend.Coverage >= FactGround.FullCoverage && known >= FactGround.FullCoverage * total)
        {
            return null;
        }

        var share = FactWords.ShareOf(trend.Known, trend.Plays);
        return new FactDraft(
            new NarrativeFact
            {
                Id = "mood-coverage",
                Topic = FactTopic.Moods,
                Text = $"Audio features are known for {FactWords.Number(known)} of your {FactWords.Counted(total, "track", "tracks")} and for {FactWords.Percent(share.Value)} of plays.",
                Figures = [new FactFigure(known, FactUnit.Tracks), new FactFigure(total, FactUnit.Tracks), share],
                Href = ground.AddressOf("/stats", "section=taste", "moods"),
            },
            s_weights[0] + 1,
            Series);
    }

    private static FactDraft MoodOf(FactGround ground, MoodTrend.Mood mood, int place)
    {
        var share = new FactFigure((mood.Share ?? 0) * Percents, FactUnit.Percent);
        var traits = MoodTrait.Of(ground.Map, ground.Map.Moods[mood.Id]).Where(MoodTraitWords.IsTelling).Take(place <= PlacesInFull ? TraitsSaid : 1).ToList();
        var name = new FactName(FactNameKind.Mood, mood.Name);
        return new FactDraft(
            new NarrativeFact
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"mood-{place}"),
                Topic = FactTopic.Moods,
                Text = $"{(place == 1 ? "Your main mood" : $"Mood no. {place.ToString(CultureInfo.InvariantCulture)}")} was “{name.Name}”: {FactWords.Percent(share.Value)} of plays{string.Concat(traits.Select(Said))}.",
                Figures = [share, new FactFigure(place, FactUnit.Rank), .. traits.Select(trait => new FactFigure(trait.Value, FactUnit.Feature))],
                Names = [name],
                Href = ground.AddressOf($"/moods/{mood.Id.ToString(CultureInfo.InvariantCulture)}", "scope=library"),
            },
            s_weights[place - 1],
            Series);
    }

    private static string Said(MoodTrait trait) =>
        $", {FeatureWords.NameOf(trait.Feature).ToLowerInvariant()} {FeatureWords.Format(trait.Feature, trait.Value, CultureInfo.InvariantCulture)}";
}
