using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Narrative.Writing.Templates;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Narrative.Writing;

/// <summary>What a model may write about <see cref="SampleFacts"/>.</summary>
internal static class SampleStories
{
    public const string Right = "You pressed play 1,204 times. Nordlys Kollektiv led with 253 plays, 21 % of all.";
    public const string Roast = "41 plays of Midnight Ferry: the ferry must be tired.";

    public static void AssertTemplate(WrittenStory story, ModelOutcome outcome, string? remark)
    {
        Assert.Equal((false, null, TemplateNarrator.Version, outcome, remark), (story.IsByModel, story.Model, story.PromptVersion, story.Outcome, story.Remark));
        Assert.True(story.Text.Holds);
        Assert.NotEmpty(story.Text.Of(TextPart.Description));
    }

    public static string Story(string description) => FaithfulStory.Write("A week of ferries", description, Roast, ("plays", "You pressed play 1,204 times."), ("artist-1", "Nordlys Kollektiv led with 253 plays"), ("track-1", Roast));
}
