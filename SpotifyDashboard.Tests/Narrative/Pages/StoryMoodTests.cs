using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Pages;

namespace SpotifyDashboard.Tests.Narrative.Pages;

public sealed class StoryMoodTests
{
    [Fact]
    public void In_FactsOfMoods_ReadsNumberNameAndShare()
    {
        var moods = StoryMood.In(
        [
            Fact("/moods/3?scope=library", FactTopic.Moods, new FactName(FactNameKind.Mood, "Calm evenings"), FactUnit.Percent),
            Fact("/moods/4", FactTopic.Moods, new FactName(FactNameKind.Mood, "calm evenings"), FactUnit.Percent),
            Fact("/moods/4", FactTopic.Drift, new FactName(FactNameKind.Mood, "Drifting"), FactUnit.Percent),
            Fact("/moods/5", FactTopic.Moods, name: null, FactUnit.Percent),
            Fact("/moods/99", FactTopic.Moods, new FactName(FactNameKind.Mood, "Beyond the marks"), FactUnit.Percent),
            Fact("/moods/evil", FactTopic.Moods, new FactName(FactNameKind.Mood, "No number"), FactUnit.Percent),
            Fact("/stats", FactTopic.Moods, new FactName(FactNameKind.Mood, "Elsewhere"), FactUnit.Percent),
            Fact("/moods/1", FactTopic.Moods, new FactName(FactNameKind.Mood, "No share"), FactUnit.Plays),
        ]);

        Assert.Equal([new StoryMood(3, "Calm evenings", 12.5, "/moods/3?scope=library")], moods);
    }

    private static NarrativeFact Fact(string href, FactTopic topic, FactName? name, FactUnit unit) =>
        new() { Id = href, Topic = topic, Text = href, Href = href, Figures = [new FactFigure(12.5, unit)], Names = name is null ? [] : [name] };
}
