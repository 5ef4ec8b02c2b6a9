using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Providers.LanguageModels;

namespace SpotifyDashboard.Tests.Narrative.Writing;

/// <summary>What is sent, to the letter. After a change of the prompt raise its version, delete the file and run the test twice.</summary>
public sealed class StoryPromptTests
{
    private const double CharactersPerToken = 3.5;
    private const int MostTokens = 1500;

    public static TheoryData<string, NarrativeTone, string, bool> Prompts => new()
    {
        { "professional-en", NarrativeTone.Professional, "en", false },
        { "sarcastic-de", NarrativeTone.Sarcastic, "de-DE", false },
        { "roast-en", NarrativeTone.Roast, "en-GB", false },
        { "roast-en-repair", NarrativeTone.Roast, "en-GB", true },
    };

    [Theory]
    [MemberData(nameof(Prompts))]
    public async Task Body_OfFixedFacts_IsAsStored(string name, NarrativeTone tone, string language, bool isRepair)
    {
        var body = RequestBody.Write(new LanguageModelOptions(), StoryPrompt.Of(Assignment(SampleFacts.Week(), tone, language), isRepair ? Refused() : null)).ToString();

        var file = Path.Combine(Folder(), $"{StoryPrompt.Version}-{name}.json");
        if (!File.Exists(file))
        {
            await File.WriteAllTextAsync(file, body, TestContext.Current.CancellationToken);
            Assert.Fail($"{name} was not stored; it is now.");
        }

        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), body);
    }

    [Theory]
    [InlineData(NarrativeTone.Professional)]
    [InlineData(NarrativeTone.Sarcastic)]
    [InlineData(NarrativeTone.Roast)]
    public void Request_OfTheMostFactsThereCanBe_StaysWithinItsTokens(NarrativeTone tone)
    {
        // As many characters as the facts are cut at, without names, which adds a sentence, in the language of the longest name.
        var fact = SampleFacts.Fact("x", FactTopic.Totals, "", [new FactFigure(1, FactUnit.Plays)]);
        var room = (int)FactBudget.MostCharacters - FactsJson.Of([fact]).Length;
        var facts = SampleFacts.None with { HasNames = false, Facts = [fact with { Text = new string('x', room) }] };

        var request = StoryPrompt.Of(Assignment(facts, tone, "pt"), refused: null);

        Assert.Equal((int)FactBudget.MostCharacters, FactsJson.Of(facts.Facts).Length);
        Assert.InRange((request.Messages.Sum(message => message.Text.Length) + request.Schema.Length) / CharactersPerToken, 1, MostTokens);
    }

    [Fact]
    public void Request_WithoutNames_SaysSo()
    {
        Assert.Contains("name no artist, track, album or genre", Question(SampleFacts.Week() with { HasNames = false }), StringComparison.Ordinal);
        Assert.DoesNotContain("name no artist", Question(SampleFacts.Week()), StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_AnyTitle_ArriveAsTheyAre()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), title =>
        {
            var whole = Checked(title.Get);
            var call = Fakes.FakeModelCall.Of(RequestBody.Write(new LanguageModelOptions(), StoryPrompt.Of(Assignment(SampleFacts.Week(whole), NarrativeTone.Roast, "en"), null)).ToString());
            return call.Messages.Count == 2 && call.Facts.Count == 8 && call.Facts[6].Text.Contains(whole, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    private static string Question(NarrativeFacts facts) => StoryPrompt.Of(Assignment(facts, NarrativeTone.Professional, "en"), null).Messages[1].Text;

    // Halves of a surrogate pair can't be sent as they are; the facts hold none.
    private static string Checked(string title) => string.Concat(title.EnumerateRunes());

    private static NarrativeAssignment Assignment(NarrativeFacts facts, NarrativeTone tone, string language) => new(facts, tone, CultureInfo.GetCultureInfo(language));

    private static RefusedText Refused() => new(
        new NarrativeText("A week of ferries", "You pressed play 1,304 times. Nordlys Kollektiv led.", "Nobody needs \"Midnight Ferry\" that often.", []),
        [new CheckFault(TextPart.Description, "You pressed play 1,304 times.", "1,304", "No fact says 1,304 plays; plays says 1,204.")]);

    private static string Folder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile) ?? "", "Snapshots");
}
