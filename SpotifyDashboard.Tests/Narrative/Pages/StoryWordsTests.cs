using System.Globalization;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Narrative.Pages;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Tests.Narrative.Pages;

public sealed class StoryWordsTests
{
    public StoryWordsTests() => CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

    [Theory]
    [InlineData("roast", NarrativeTone.Roast)]
    [InlineData("Sarcastic", NarrativeTone.Sarcastic)]
    [InlineData("1", NarrativeTone.Professional)]
    [InlineData("loud", NarrativeTone.Professional)]
    [InlineData(null, NarrativeTone.Professional)]
    public void Tone_InAnAddress_IsReadByItsName(string? text, NarrativeTone tone) => Assert.Equal(tone, StoryTone.Read(text, NarrativeTone.Professional));

    [Theory]
    [InlineData("/moods/3?k=5", "On the mood's page")]
    [InlineData("/moods?from=2026-01-01", "On the mood map")]
    [InlineData("/stats?section=taste", "In the statistics")]
    [InlineData("/artists/12", "On the artist's page")]
    [InlineData("/", "On the overview")]
    public void Place_OfAFact_IsNamed(string href, string words) => Assert.Equal(words, FactPlace.Of(href));

    [Fact]
    public void Reason_OfATemplate_IsSaidForEveryOutcomeButThoseWithoutOne()
    {
        var silent = Enum.GetValues<ModelOutcome>().Where(static outcome => StoryWords.WhyNotTheModel(outcome, remark: null) is null);

        Assert.Equal([ModelOutcome.NotAsked, ModelOutcome.Accepted, ModelOutcome.Repaired], silent);
        Assert.Equal("No call is left today.", StoryWords.WhyNotTheModel(ModelOutcome.NotAsked, "No call is left today."));
    }

    [Theory]
    [InlineData(0, 0, 0, null)]
    [InlineData(1, 0, 0, "1 of 1 story by a model held the check (100 %)")]
    [InlineData(7, 2, 1, "9 of 10 stories by a model held the check (90 %), 2 at the second try")]
    public void Acceptance_OfModels_IsAShareOfThoseJudged(int accepted, int repaired, int refused, string? words) =>
        Assert.Equal(words, StoryWords.Acceptance(new AcceptanceRate(accepted, repaired, refused, Unanswered: 3)));

    [Theory]
    [InlineData(89.2, "90 seconds")]
    [InlineData(0.4, "1 second")]
    [InlineData(-3, "1 second")]
    public void Left_OfATimeLimit_IsRoundedUp(double seconds, string words) => Assert.Equal(words, StoryWords.Left(TimeSpan.FromSeconds(seconds)));
}
