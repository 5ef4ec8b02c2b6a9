using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Narrative;

/// <summary>Keeping stories, on both databases.</summary>
public sealed class NarrativeStoreTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Story_Stored_IsReadBackWhole(DatabaseProvider provider)
    {
        await using var bench = await StoryBench.CreateAsync(server, provider);
        var store = bench.Program().Services.GetRequiredService<NarrativeStore>();
        var story = bench.Story();

        await store.AddAsync(story, Cancellation);
        var read = await store.FindAsync(bench.Listener, story.Id, Cancellation);

        Assert.Equivalent(story, read, strict: true);
        Assert.Equal("März", read?.Title);
        Assert.Equal("Du hast 1.204 Titel gehört.", read?.Description);
        Assert.Equal("„Sigur Rós“ also.", read?.Roast);
        Assert.Equal([new FactName(FactNameKind.Artist, "Sigur Rós")], read?.Facts[1].Names);
        Assert.Equal(21.4375, read?.Facts[1].Value);
        Assert.Equal(new DateOnly(2026, 3, 3), read?.Facts[1].Days[0].From);
    }

    [Fact]
    public async Task Story_ThatDoesNotHold_IsNeverStored()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var store = bench.Program().Services.GetRequiredService<NarrativeStore>();
        var story = bench.Story();
        var wrong = story with { Text = story.Text with { Faults = [new CheckFault(TextPart.Title, "Most", "most", "No fact says it.")] } };

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.AddAsync(wrong, Cancellation));

        Assert.Empty(await store.ListAsync(bench.Listener, Cancellation));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Story_OfTheSameJobOrTheSameScheduledPeriod_IsNotStoredTwice(DatabaseProvider provider)
    {
        await using var bench = await StoryBench.CreateAsync(server, provider);
        var store = bench.Program().Services.GetRequiredService<NarrativeStore>();
        var story = bench.Story();
        await store.AddAsync(story, Cancellation);

        await Assert.ThrowsAsync<DbUpdateException>(() => store.AddAsync(story with { PeriodKey = "2026-04" }, Cancellation));
        await Assert.ThrowsAsync<DbUpdateException>(() => store.AddAsync(story with { Id = Guid.CreateVersion7() }, Cancellation));
        await store.AddAsync(story with { Id = Guid.CreateVersion7(), Occasion = NarrativeOccasion.Hand, PeriodKey = null }, Cancellation);
        await store.AddAsync(story with { Id = Guid.CreateVersion7(), Occasion = NarrativeOccasion.Hand, PeriodKey = null }, Cancellation);

        Assert.Equal(3, (await store.ListAsync(bench.Listener, Cancellation)).Count);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Stories_AreListedNewestFirst_AndOnlyToTheirListener(DatabaseProvider provider)
    {
        await using var bench = await StoryBench.CreateAsync(server, provider);
        var other = await Rows.ListenerAsync(bench.Database);
        var store = bench.Program().Services.GetRequiredService<NarrativeStore>();
        var start = new DateTimeOffset(2026, 4, 1, 3, 0, 0, TimeSpan.Zero);
        var first = bench.Story(start) with { PeriodKey = "a" };
        var second = bench.Story(start.AddHours(2)) with { PeriodKey = "b", Tone = NarrativeTone.Sarcastic };
        var third = bench.Story(start.AddHours(1)) with { PeriodKey = "c" };
        foreach (var story in new[] { first, second, third })
        {
            await store.AddAsync(story, Cancellation);
        }

        Assert.Equal([second.Id, third.Id, first.Id], (await store.ListAsync(bench.Listener, Cancellation)).Select(story => story.Id));
        Assert.Equal(second.Id, (await store.FindNewestAsync(bench.Listener, tone: null, Cancellation))?.Id);
        Assert.Equal(third.Id, (await store.FindNewestAsync(bench.Listener, NarrativeTone.Roast, Cancellation))?.Id);
        Assert.Null(await store.FindNewestAsync(bench.Listener, NarrativeTone.Professional, Cancellation));
        Assert.Empty(await store.ListAsync(other, Cancellation));
        Assert.Null(await store.FindAsync(other, first.Id, Cancellation));
        Assert.False(await store.DeleteAsync(other, first.Id, Cancellation));
        Assert.True(await store.DeleteAsync(bench.Listener, first.Id, Cancellation));
        Assert.False(await store.DeleteAsync(bench.Listener, first.Id, Cancellation));
        Assert.Equal(2, (await store.ListAsync(bench.Listener, Cancellation)).Count);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task EndOfTheDemo_TakesItsStoriesAlong(DatabaseProvider provider)
    {
        await using var bench = await StoryBench.CreateAsync(server, provider, isDemo: true);
        var own = await Rows.ListenerAsync(bench.Database);
        var services = bench.Program().Services;
        await services.GetRequiredService<NarrativeStore>().AddAsync(bench.Story(), Cancellation);
        await services.GetRequiredService<NarrativeChoicesStore>().ChangeAsync(bench.Listener, new NarrativeChoicesChange(Agrees: true), Cancellation);
        Assert.Null(await services.GetRequiredService<NarrativeCallGuard>().TakeAsync(bench.Listener, Cancellation));
        Assert.True(await services.GetRequiredService<NarrativeTurns>().TakeAsync(bench.Listener, ScheduledPeriod.LatestEnded(NarrativeOccasion.Monthly, new DateOnly(2026, 4, 1)), Cancellation));

        await using (var write = await bench.Database.Writer.BeginAsync(own, Cancellation))
        {
            await write.EndDemoAsync(Cancellation);
            await write.CommitAsync(Cancellation);
        }

        foreach (var table in new[] { "narratives", "narrative_choices", "narrative_calls", "narrative_turns" })
        {
            Assert.Equal("0", await bench.Database.ScalarAsync($"SELECT count(*) FROM {table}"));
        }
    }

    [Fact]
    public async Task AcceptanceRate_CountsStoriesWhoseModelTextCouldBeJudged()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var store = bench.Program().Services.GetRequiredService<NarrativeStore>();
        ModelOutcome[] outcomes = [ModelOutcome.Accepted, ModelOutcome.Accepted, ModelOutcome.Repaired, ModelOutcome.Refused, ModelOutcome.Blocked, ModelOutcome.Limited, ModelOutcome.NotAsked];
        foreach (var outcome in outcomes)
        {
            await store.AddAsync(bench.Story() with { Outcome = outcome, Occasion = NarrativeOccasion.Hand, PeriodKey = null }, Cancellation);
        }

        var rate = await store.RateAsync(bench.Listener, Cancellation);

        Assert.Equal(new AcceptanceRate(Accepted: 2, Repaired: 1, Refused: 1, Unanswered: 2), rate);
        Assert.Equal(0.75, rate.Share);
        Assert.Null((await store.RateAsync(bench.Listener + 1, Cancellation)).Share);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Choices_AgreedWithdrawnAndAgreedAgain_SayWhatHoldsNow(DatabaseProvider provider)
    {
        await using var bench = await StoryBench.CreateAsync(server, provider);
        var store = bench.Program().Services.GetRequiredService<NarrativeChoicesStore>();
        Assert.Equal(NarrativeChoices.Untouched, await store.ReadAsync(bench.Listener, Cancellation));
        Assert.False(NarrativeChoices.Untouched.HasAgreed);

        var withdrawnUnasked = await store.ChangeAsync(bench.Listener, new NarrativeChoicesChange(Agrees: false), Cancellation);
        var agreed = await store.ChangeAsync(bench.Listener, new NarrativeChoicesChange(Agrees: true, LeavesNamesOut: true, Tone: NarrativeTone.Roast, Monthly: true), Cancellation);
        var withdrawn = await store.ChangeAsync(bench.Listener, new NarrativeChoicesChange(Agrees: false, Monthly: false, Weekly: true), Cancellation);
        var again = await store.ChangeAsync(bench.Listener, new NarrativeChoicesChange(Agrees: true), Cancellation);

        Assert.Null(withdrawnUnasked.WithdrawnAt);
        Assert.True(agreed is { HasAgreed: true, LeavesNamesOut: true, Tone: NarrativeTone.Roast, MonthlySince: not null, WeeklySince: null });
        Assert.True(withdrawn is { HasAgreed: false, AgreedAt: not null, LeavesNamesOut: true, MonthlySince: null, WeeklySince: not null });
        Assert.True(again is { HasAgreed: true, WithdrawnAt: null, Tone: NarrativeTone.Roast });
        Assert.Equal(again, await store.ReadAsync(bench.Listener, Cancellation));
    }
}
