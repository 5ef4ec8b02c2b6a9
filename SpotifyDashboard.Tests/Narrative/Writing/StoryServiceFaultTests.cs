using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Providers.LanguageModels;
using SpotifyDashboard.Tests.Fakes;
using static SpotifyDashboard.Tests.Narrative.Writing.SampleStories;

namespace SpotifyDashboard.Tests.Narrative.Writing;

/// <summary>A service that blocks, waits, fails or is slow: the story ends in time, with the template's text and a plain reason.</summary>
public sealed class StoryServiceFaultTests
{
    [Theory]
    [InlineData("blocked", ModelOutcome.Blocked, "Gemini refused to write about this.")]
    [InlineData("choices", ModelOutcome.Blocked, "Gemini refused to write about this.")]
    [InlineData("recitation", ModelOutcome.Blocked, "Gemini refused to write about this.")]
    [InlineData("minute", ModelOutcome.Limited, "Gemini asked to wait.")]
    [InlineData("day", ModelOutcome.Limited, "Gemini allows no more calls today.")]
    [InlineData("untold", ModelOutcome.Limited, "Gemini asked to wait.")]
    [InlineData("overloaded", ModelOutcome.Unreachable, "Gemini has a fault of its own or too much to do (503).")]
    [InlineData("key", ModelOutcome.Misconfigured, "Gemini does not accept the key (Narrative:ApiKey).")]
    [InlineData("cut", ModelOutcome.Unreachable, "The connection to Gemini broke before the answer was complete.")]
    [InlineData("model", ModelOutcome.Misconfigured, "The model gemini-3.5-flash-lite is not available (Narrative:Model). There are: gemini-3.5-flash-lite, gemini-3.6-flash, gemini-3.8-flash.")]
    public async Task Write_ServiceThatFails_LeavesItToTheTemplateAndSaysWhy(string form, ModelOutcome outcome, string remark)
    {
        await using var bench = await WriterBench.StartAsync();
        var answer = form switch
        {
            "blocked" => FakeModelAnswers.BlockedNatively,
            "choices" => FakeModelAnswers.BlockedWithoutChoices,
            "recitation" => FakeModelAnswers.Filtered("RECITATION"),
            "minute" => FakeModelAnswers.WaitFor("37s"),
            "day" => FakeModelAnswers.WaitForTomorrow,
            "untold" => FakeModelAnswers.WaitUntold,
            "overloaded" => FakeModelAnswers.Overloaded,
            "key" => FakeModelAnswers.BadKey,
            "cut" => FakeModelAnswers.Cut(Story(Right)),
            _ => FakeModelAnswers.NoSuchModel(FakeLanguageModel.Model),
        };
        bench.Model.Next(answer).Next(answer);

        var story = await bench.DriveAsync();

        AssertTemplate(story, outcome, remark);
        Assert.Equal(outcome == ModelOutcome.Limited, story.NextTry is not null);
    }

    [Fact]
    public async Task Write_AskedToWait_AsksNobodyUntilThen()
    {
        await using var bench = await WriterBench.StartAsync();
        bench.Model.Next(FakeModelAnswers.WaitFor("37s"));
        var first = await bench.WriteAsync();

        var second = await bench.WriteAsync();
        bench.Services.Time.AdvanceTo(first.NextTry ?? throw new InvalidOperationException("No next try is told."));
        var third = await bench.WriteAsync();

        Assert.Equal((ModelOutcome.Limited, 0, first.NextTry, "Gemini asked to wait."), (second.Outcome, second.ModelCalls, second.NextTry, second.Remark));
        Assert.True(third.IsByModel, third.Remark);
        Assert.Equal(2, bench.Model.Calls.Count);
    }

    [Fact]
    public async Task Write_FaultThatPasses_IsTheModelsStory()
    {
        await using var bench = await WriterBench.StartAsync();
        bench.Model.Next(FakeModelAnswers.Internal).Next(FakeModelAnswers.Stream(Story(Right)));

        var story = await bench.DriveAsync();

        Assert.Equal((ModelOutcome.Accepted, 1), (story.Outcome, story.ModelCalls));
    }

    [Fact]
    public async Task Write_SilentModel_EndsWithTheTemplateInTime()
    {
        await using var bench = await WriterBench.StartAsync();
        bench.Model.Next(FakeModelAnswers.Silent(new TaskCompletionSource().Task, Story(Right)));
        var began = bench.Services.Time.GetUtcNow();

        var writing = bench.WriteAsync();
        await bench.Services.ArrivedAsync(writing);
        bench.Services.Time.Advance(LanguageModelClient.SilencePatience);
        var story = await writing;

        AssertTemplate(story, ModelOutcome.Unreachable, "Gemini said nothing for 25 seconds.");
        Assert.InRange(bench.Services.Time.GetUtcNow() - began, TimeSpan.Zero, StoryWriter.Patience);
    }

    [Fact]
    public async Task Write_TwentySecondsOfSilence_AreWaitedFor()
    {
        await using var bench = await WriterBench.StartAsync();
        var gate = new TaskCompletionSource();
        bench.Model.Next(FakeModelAnswers.Silent(gate.Task, Story(Right)));

        var writing = bench.WriteAsync();
        await bench.Services.ArrivedAsync(writing);
        bench.Services.Time.Advance(TimeSpan.FromSeconds(20));
        gate.SetResult();

        Assert.Equal(ModelOutcome.Accepted, (await writing).Outcome);
    }

    [Fact]
    public async Task Write_SlowRepair_EndsWithinThePatienceOfTheStory()
    {
        await using var bench = await WriterBench.StartAsync();
        using var releases = new SemaphoreSlim(0);
        var wrong = Story("You pressed play 1,204 times. You pressed play 9,999 times. And again.");
        var half = wrong.IndexOf("And again", StringComparison.Ordinal);
        bench.Model.Next(FakeModelAnswers.Slowly([wrong[..half], wrong[half..]], releases)).Next(FakeModelAnswers.Silent(new TaskCompletionSource().Task, Story(Right)));

        // The first text takes its time in two steps, each shorter than a silence that is given up.
        var writing = bench.WriteAsync();
        await bench.Services.ArrivedAsync(writing);
        bench.Services.Time.Advance(TimeSpan.FromSeconds(24));
        releases.Release();
        await bench.MoreAsync();
        bench.Services.Time.Advance(TimeSpan.FromSeconds(24));
        releases.Release();
        await bench.Services.ArrivedAsync(writing);
        bench.Services.Time.Advance(StoryWriter.Patience - TimeSpan.FromSeconds(48));
        var story = await writing;

        AssertTemplate(story, ModelOutcome.Unreachable, story.Remark ?? "");
        Assert.Equal(2, story.ModelCalls);
    }

    [Fact]
    public async Task Write_SlowModel_ShowsEachSentenceOnceItIsComplete()
    {
        await using var bench = await WriterBench.StartAsync();
        using var releases = new SemaphoreSlim(0);
        var text = Story(Right);
        var cut = text.IndexOf("led with", StringComparison.Ordinal);
        bench.Model.Next(FakeModelAnswers.Slowly([text[..cut], text[cut..]], releases));

        var writing = bench.WriteAsync();
        releases.Release();
        await bench.MoreAsync();
        var early = bench.Shown;
        releases.Release();
        await writing;

        Assert.Equal("You pressed play 1,204 times.", Assert.Single(early).Text);
        Assert.Equal(2, bench.Shown.Count);
    }
}
