using System.Xml.Linq;
using SpotifyDashboard.Narrative.Pages;
using SpotifyDashboard.Statistics.Cards;

namespace SpotifyDashboard.Tests.Narrative.Pages;

public sealed class NarrativeCardTests
{
    private static readonly StoryCardText s_text = new(
        "A quiet spring & a <loud> summer",
        [.. Enumerable.Range(1, 8).Select(static number => $"Sentence number {number} tells of one more thing that you did, and of how often you did it.")],
        "You call it variety, the data calls it the same four songs.",
        "March 2026",
        12,
        12,
        IsDemo: false);

    [Theory]
    [InlineData(StoryCardShape.Story, 1080, 1920)]
    [InlineData(StoryCardShape.Landscape, 1200, 630)]
    public void Card_OfAStory_HoldsWholeSentencesInsideItsEdges(StoryCardShape shape, int width, int height)
    {
        var card = XElement.Parse(NarrativeCard.Draw(shape, CardTheme.Dark, s_text));

        Assert.Equal((width, height), ((int?)card.Attribute("width"), (int?)card.Attribute("height")));
        var places = card.Elements().Where(static element => element.Name.LocalName == "svg").ToList();
        Assert.All(places, place =>
        {
            Assert.InRange((double?)place.Attribute("x") ?? -1, 0, width);
            Assert.InRange(((double?)place.Attribute("y") ?? -1) + ((double?)place.Attribute("height") ?? height), 0, height);
        });

        var words = string.Join(' ', places.Select(static place => place.Value.Trim('\u2068', '\u2069')));
        Assert.StartsWith("MARCH 2026 A quiet spring & a <loud> summer Sentence number 1", words, StringComparison.Ordinal);
        Assert.Contains(s_text.Roast, words, StringComparison.Ordinal);
        Assert.Contains("12 of 12 claims checked", words, StringComparison.Ordinal);
        Assert.DoesNotContain('…', words);
    }

    [Fact]
    public void Card_OfADemo_SaysSoInPlaceOfThePeriod()
    {
        var words = XElement.Parse(NarrativeCard.Draw(StoryCardShape.Story, CardTheme.Light, s_text with { IsDemo = true })).Value;

        Assert.Contains("DEMO · MADE-UP PLAYS", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_OfMoreThanFits_LeaveOutWholeSentences()
    {
        var lines = CardLines.Fitting(["A first sentence that stays.", new string('x', 40) + " and so on, far too long for the little place that is left."], [20, 16], 220, 60, isBold: false);

        Assert.Equal("A first sentence that stays.", string.Join(' ', lines.Lines));
        Assert.Equal(20, lines.Size);
    }

    [Fact]
    public void Plain_OfAStory_HoldsTextAndPeriodAndNoAddress()
    {
        var plain = s_text.ToPlain();

        Assert.StartsWith("A quiet spring & a <loud> summer\n\nSentence number 1", plain, StringComparison.Ordinal);
        Assert.EndsWith("\n\nMy listening, March 2026. 12 of 12 claims checked against your data.", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("http", plain, StringComparison.OrdinalIgnoreCase);
    }
}
