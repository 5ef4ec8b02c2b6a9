using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Jobs;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Narrative;

/// <summary>Asking for stories: joining, consent, drafts and cancellation.</summary>
public sealed class NarrativeServiceTests(PostgresServer server)
{
    private static readonly NarrativeRequest s_everything = new(Period.Everything, NarrativeConsent.ThisOnce);

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    /// <summary>Key, stored agreement, consent of the request; whether the model may be asked.</summary>
    public static TheoryData<bool, bool, NarrativeConsent, bool> Consents => new()
    {
        { true, false, NarrativeConsent.None, false },
        { true, true, NarrativeConsent.None, false },
        { true, false, NarrativeConsent.ThisOnce, true },
        { true, false, NarrativeConsent.AsAgreed, false },
        { true, true, NarrativeConsent.AsAgreed, true },
        { false, true, NarrativeConsent.AsAgreed, false },
        { false, true, NarrativeConsent.ThisOnce, false },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Requests_ForTheSameStoryAtOnce_AreOneJobAndOneWriting(DatabaseProvider provider)
    {
        await using var bench = await StoryBench.CreateAsync(server, provider);
        var open = new TaskCompletionSource();
        var maker = new ScriptedMaker { Writing = (_, cancellation) => open.Task.WaitAsync(cancellation) };
        var program = bench.Program(maker);
        var service = Service(program);
        var listener = await bench.ProfileAsync();

        var jobs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => service.StartAsync(listener, s_everything, Cancellation))));
        var other = await service.StartAsync(listener, s_everything with { Tone = NarrativeTone.Roast }, Cancellation);
        open.SetResult();
        await JobBench.WaitForAsync(program, jobs[0], static job => job.State == JobState.Succeeded);
        await JobBench.WaitForAsync(program, other, static job => job.State == JobState.Succeeded);

        Assert.Single(jobs.Distinct());
        Assert.NotEqual(jobs[0], other);
        Assert.Equal([NarrativeTone.Professional, NarrativeTone.Roast], maker.Written.Select(written => written.Assignment.Tone).Order());
        Assert.Equal(2, (await service.ListAsync(bench.Listener, Cancellation)).Count);
        Assert.NotEqual(jobs[0], await service.StartAsync(listener, s_everything, Cancellation));
    }

    [Fact]
    public async Task Requests_AfterNewPlays_AreForAnotherStory()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var program = bench.Program(new ScriptedMaker { Writing = static (_, cancellation) => Task.Delay(Timeout.InfiniteTimeSpan, cancellation) });
        var service = Service(program);
        var listener = await bench.ProfileAsync();
        var before = await service.StartAsync(listener, s_everything, Cancellation);

        await using (var write = await bench.Database.Writer.BeginAsync(bench.Listener, Cancellation))
        {
            write.MarkAdded();
            await write.CommitAsync(Cancellation);
        }

        var after = await service.StartAsync(listener, s_everything, Cancellation);
        await program.Services.GetRequiredService<JobRunner>().StopAsync(Cancellation);

        Assert.NotEqual(before, after);
    }

    [Theory]
    [MemberData(nameof(Consents))]
    public async Task Model_IsAskedOnlyWithAKeyAndConsent(bool hasModel, bool hasAgreed, NarrativeConsent consent, bool isAsked)
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var maker = new ScriptedMaker { HasModel = hasModel };
        var program = bench.Program(maker);
        await Service(program).ChangeChoicesAsync(bench.Listener, new NarrativeChoicesChange(Agrees: hasAgreed), Cancellation);

        var job = await bench.WriteAsync(program, new NarrativeRequest(Period.Everything, consent));

        Assert.Equal(JobState.Succeeded, job.State);
        Assert.Equal([isAsked], maker.Written.Select(written => written.MayAskModel));
        Assert.Equal(isAsked ? NarrativeSource.Model : NarrativeSource.Template, Assert.Single(await Service(program).ListAsync(bench.Listener, Cancellation)).Source);
    }

    [Fact]
    public async Task Consent_WithdrawnWhileTheJobWaits_IsHeard()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var open = new TaskCompletionSource();
        var maker = new ScriptedMaker { Writing = (_, cancellation) => open.Task.WaitAsync(cancellation) };
        var program = bench.Program(maker);
        var service = Service(program);
        var listener = await bench.ProfileAsync();
        await service.ChangeChoicesAsync(bench.Listener, new NarrativeChoicesChange(Agrees: true), Cancellation);
        var first = await service.StartAsync(listener, s_everything, Cancellation);

        // Only while the first one writes does the second surely wait.
        await JobBench.WaitForAsync(program, first, _ => !maker.Written.IsEmpty);
        var waiting = await service.StartAsync(listener, new NarrativeRequest(Period.Everything, NarrativeConsent.AsAgreed), Cancellation);

        await service.ChangeChoicesAsync(bench.Listener, new NarrativeChoicesChange(Agrees: false, LeavesNamesOut: true), Cancellation);
        open.SetResult();
        await JobBench.WaitForAsync(program, waiting, static job => job.State == JobState.Succeeded);

        var written = maker.Written.Last();
        Assert.False(written.MayAskModel);
        Assert.False(written.Assignment.Facts.HasNames);
    }

    [Fact]
    public async Task Story_KeepsWhatWasAskedForAndHowItWentAbout()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var maker = new ScriptedMaker { Story = static (_, _) => ScriptedMaker.Plain(ModelOutcome.Refused, "The model's text did not hold.") };
        var program = bench.Program(maker);
        var service = Service(program);
        await service.ChangeChoicesAsync(bench.Listener, new NarrativeChoicesChange(Tone: NarrativeTone.Sarcastic, LeavesNamesOut: true), Cancellation);
        var period = new Period(new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28));

        var job = await bench.WriteAsync(program, new NarrativeRequest(period, NarrativeConsent.ThisOnce, Language: "de-AT"));

        var story = await service.FindAsync(bench.Listener, job.Id, Cancellation);
        Assert.Equal(job.Id, job.Result?.GetProperty("narrativeId").GetGuid());
        Assert.Equal("The model's text did not hold.", job.Result?.GetProperty("remark").GetString());
        Assert.True(story is
        {
            Tone: NarrativeTone.Sarcastic, Language: "de", HasNames: false, Source: NarrativeSource.Template, Outcome: ModelOutcome.Refused, Occasion: NarrativeOccasion.Hand, PeriodKey: null,
        });
        Assert.Equal(period, story.Period);
        Assert.Equal("You played 1 track.", story.Facts[0].Text);
    }

    [Theory]
    [InlineData(null, "fr-CA", "en")]
    [InlineData(null, null, "en")]
    [InlineData(null, "no such language", "en")]
    [InlineData("de", "fr-CA", "de")]
    public async Task Language_IsTheListenersElseTheBrowsersWhereItCanBeChecked(string? own, string? browser, string expected)
    {
        await using var bench = await StoryBench.CreateAsync(server);
        await bench.Database.Listeners.ChangeAsync(bench.Listener, row => row.Language = own, Cancellation);
        var maker = new ScriptedMaker();

        await bench.WriteAsync(bench.Program(maker), s_everything with { Language = browser });

        Assert.Equal(expected, Assert.Single(maker.Written).Assignment.Language.Name);
    }

    [Fact]
    public async Task PeriodWithoutPlays_FailsWithAReasonAndStoresNothing()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var maker = new ScriptedMaker { Facts = (period, withNames) => ScriptedMaker.OnePlay(1, period, withNames) with { Facts = [] } };
        var program = bench.Program(maker);

        var everything = await bench.WriteAsync(program, s_everything);
        var march = await bench.WriteAsync(program, s_everything with { Period = new Period(new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31)) });

        Assert.Equal(JobState.Failed, everything.State);
        Assert.Contains("import page", everything.Message, StringComparison.Ordinal);
        Assert.Contains("March 2025", march.Message, StringComparison.Ordinal);
        Assert.Empty(maker.Written);
        Assert.Empty(await Service(program).ListAsync(bench.Listener, Cancellation));
    }

    [Fact]
    public async Task Draft_IsToldSentenceBySentence_AlsoToWhoComesLate()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var firstTold = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var maker = new ScriptedMaker
        {
            Writing = async (progress, cancellation) =>
            {
                progress.Report(ScriptedMaker.Sentence(TextPart.Description, "One.", "plays"));
                firstTold.SetResult();
                await goOn.Task.WaitAsync(cancellation);
                progress.Report(ScriptedMaker.Sentence(TextPart.Description, "Two.", "plays"));
            },
        };
        var program = bench.Program(maker);
        var service = Service(program);
        var job = await service.StartAsync(await bench.ProfileAsync(), s_everything, Cancellation);
        await firstTold.Task.WaitAsync(Cancellation);

        var heard = new ConcurrentQueue<NarrativeDraft>();
        var strangers = new ConcurrentQueue<NarrativeDraft>();
        using var watching = service.Watch(bench.Listener, job, heard.Enqueue);
        using var stranger = service.Watch(bench.Listener + 1, job, strangers.Enqueue);
        goOn.SetResult();
        await JobBench.WaitForAsync(program, job, static view => view.HasEnded);

        Assert.Equal(["One.", "One. Two.", "One. Two."], heard.Select(draft => string.Join(' ', draft.Sentences.Select(sentence => sentence.Text))));
        Assert.Equal([false, false, true], heard.Select(draft => draft.HasEnded));
        Assert.All(heard, draft => Assert.True(draft.Deadline > TimeProvider.System.GetUtcNow()));
        Assert.Empty(strangers);
    }

    [Fact]
    public async Task Job_Cancelled_StoresNothingAndEndsTheDraft()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var maker = new ScriptedMaker { Writing = static (_, cancellation) => Task.Delay(Timeout.InfiniteTimeSpan, cancellation) };
        var program = bench.Program(maker);
        var service = Service(program);
        var job = await service.StartAsync(await bench.ProfileAsync(), s_everything, Cancellation);
        await JobBench.WaitForAsync(program, job, _ => !maker.Written.IsEmpty);
        var heard = new ConcurrentQueue<NarrativeDraft>();
        using var watching = service.Watch(bench.Listener, job, heard.Enqueue);

        Assert.False(await service.CancelAsync(bench.Listener + 1, job, Cancellation));
        Assert.True(await service.CancelAsync(bench.Listener, job, Cancellation));
        var ended = await JobBench.WaitForAsync(program, job, static view => view.HasEnded);

        Assert.Equal(JobState.Cancelled, ended.State);
        Assert.True(heard.Last().HasEnded);
        Assert.Empty(await service.ListAsync(bench.Listener, Cancellation));
    }

    private static NarrativeService Service(IHost program) => program.Services.GetRequiredService<NarrativeService>();
}
