using SpotifyDashboard.Narrative.Pages;

namespace SpotifyDashboard.Tests.Narrative.Pages;

public sealed class StoryPartTests
{
    private static readonly Dictionary<string, int> s_moods = new(StringComparer.OrdinalIgnoreCase) { ["Calm"] = 0, ["Calm evenings"] = 1, ["Fast (live)"] = 2 };

    [Fact]
    public void Split_OfASentenceWithMoods_MarksEachByItsLongestName() =>
        Assert.Equal(
            [new("From ", null), new("calm evenings", 1), new(" you moved to ", null), new("Fast (live)", 2), new(", and were Calmer, then ", null), new("Calm", 0)],
            StoryPart.Split("From calm evenings you moved to Fast (live), and were Calmer, then Calm", s_moods));

    [Fact]
    public void Split_WithoutMoods_IsTheSentence() =>
        Assert.Equal([new StoryPart("Nothing was calm.", null)], StoryPart.Split("Nothing was calm.", new Dictionary<string, int>()));

    [Fact]
    public void Split_OfAQuotedMood_KeepsTheOpeningMarkWithIt() =>
        Assert.Equal([new("It was ", null), new("Calm", 0, "“"), new("”.", null)], StoryPart.Split("It was “Calm”.", s_moods));

    [Theory]
    [InlineData("")]
    [InlineData("“Calm” (calm evenings), or „Fast (live)“?")]
    [InlineData("Calm")]
    [InlineData("A calm evening, Calm evenings, and fast (live) nights.")]
    public void Split_OfAnything_LosesNothing(string sentence) =>
        Assert.Equal(sentence, string.Concat(StoryPart.Split(sentence, s_moods).Select(static part => part.Lead + part.Text)));
}
