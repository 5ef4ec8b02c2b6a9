using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>A mood that a story's facts speak of.</summary>
/// <param name="Number">Its number on the map.</param>
/// <param name="Name">Its name.</param>
/// <param name="Percent">Its share of the plays, 0 to 100.</param>
/// <param name="Href">The page of the mood.</param>
public sealed record StoryMood(int Number, string Name, double Percent, string Href)
{
    private const string PathStart = "/moods/";

    /// <summary>The moods with a share and a mark of their own, as the facts order them.</summary>
    public static IReadOnlyList<StoryMood> In(IEnumerable<NarrativeFact> facts) =>
    [
        .. facts.Where(static fact => fact.Topic == FactTopic.Moods)
            .Select(static fact => fact is { Unit: FactUnit.Percent, Value: { } share, Names: [{ Kind: FactNameKind.Mood } name, ..] } && NumberIn(fact.Href) is { } number
                ? new StoryMood(number, name.Name, share, fact.Href)
                : null)
            .OfType<StoryMood>()
            .DistinctBy(static mood => mood.Name, StringComparer.OrdinalIgnoreCase),
    ];

    private static int? NumberIn(string href)
    {
        if (!href.StartsWith(PathStart, StringComparison.Ordinal))
        {
            return null;
        }

        var digits = href[PathStart.Length..].Split('?', '/')[0];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < MoodPalette.Count ? number : null;
    }
}
