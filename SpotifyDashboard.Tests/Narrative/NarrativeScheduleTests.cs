using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Jobs;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Narrative;

/// <summary>Stories that come by themselves.</summary>
public sealed class NarrativeScheduleTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Weekly", "2026-11-22", "2026-11-09", "2026-11-15", "2026-W46")] // a Sunday: its week still runs
    [InlineData("Weekly", "2026-11-23", "2026-11-16", "2026-11-22", "2026-W47")]
    [InlineData("Weekly", "2027-01-04", "2026-12-28", "2027-01-03", "2026-W53")]
    [InlineData("Weekly", "2024-12-31", "2024-12-23", "2024-12-29", "2024-W52")]
    [InlineData("Weekly", "2025-01-06", "2024-12-30", "2025-01-05", "2025-W01")]
    [InlineData("Monthly", "2028-03-01", "2028-02-01", "2028-02-29", "2028-02")]
    [InlineData("Monthly", "2027-01-31", "2026-12-01", "2026-12-31", "2026-12")]
    [InlineData("Yearly", "2026-12-31", "2025-01-01", "2025-12-31", "2025")]
    [InlineData("Yearly", "2027-01-01", "2026-01-01", "2026-12-31", "2026")]
    public void LatestEnded_OfADay_IsTheLastWholeOneBeforeIt(string occasion, string today, string from, string to, string key)
    {
        var scheduled = ScheduledPeriod.LatestEnded(Enum.Parse<NarrativeOccasion>(occasion), Day(today));

        Assert.Equal(new Period(Day(from), Day(to)), scheduled.Period);
        Assert.Equal(key, scheduled.Key);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-21T12:00:00Z", "2026-10-26T01:59:00Z", 2)] // summer time ends on the Sunday: midnight is 23:00 UTC
    [InlineData("Europe/Berlin", "2026-03-25T12:00:00Z", "2026-03-30T00:59:00Z", 2)] // and begins: midnight is 22:00 UTC
    [InlineData("Pacific/Auckland", "2026-11-18T12:00:00Z", "2026-11-22T13:59:00Z", 2)]
    [InlineData("America/Los_Angeles", "2026-12-30T12:00:00Z", "2027-01-04T10:59:00Z", 2)] // the week over the turn of the year
    public async Task WeeklyStory_IsQueuedThreeHoursAfterTheWeekEndedThere(string zone, string wanted, string justBefore, int minutes)
    {
        await using var bench = await StoryBench.CreateAsync(server);
        await bench.SetZoneAsync(zone);
        var time = new DrivenTime(Moment(wanted));
        var maker = new ScriptedMaker();
        var program = bench.Program(maker, time);
        await ChooseAsync(program, bench.Listener, new NarrativeChoicesChange(Weekly: true));

        await RoundAsync(program, time, justBefore);
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT count(*) FROM jobs"));

        time.Advance(TimeSpan.FromMinutes(minutes));
        await Schedule(program).RunRoundAsync(Cancellation);
        await Schedule(program).RunRoundAsync(Cancellation);
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT count(*) FROM jobs"));
    }

    [Fact]
    public async Task Story_OfAScheduledPeriod_IsWrittenByTheStoredAgreementAndKept()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var time = new DrivenTime(Moment("2026-11-19T12:00:00Z"));
        var maker = new ScriptedMaker();
        var program = bench.Program(maker, time);
        await ChooseAsync(program, bench.Listener, new NarrativeChoicesChange(Agrees: true, Weekly: true));

        await RoundAsync(program, time, "2026-11-23T03:00:00Z");
        await WaitForStoriesAsync(program, bench, 1);
        await ChooseAsync(program, bench.Listener, new NarrativeChoicesChange(Agrees: false));
        await RoundAsync(program, time, "2026-11-30T03:00:00Z");
        await WaitForStoriesAsync(program, bench, 2);

        Assert.Equal([true, false], maker.Written.Select(written => written.MayAskModel));
        var service = program.Services.GetRequiredService<NarrativeService>();
        var story = await service.FindScheduledAsync(bench.Listener, NarrativeOccasion.Weekly, "2026-W47", Cancellation);
        Assert.Equal(new Period(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 22)), story?.Period);
    }

    [Fact]
    public async Task Story_Deleted_DoesNotComeAgain()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var time = new DrivenTime(Moment("2026-11-19T12:00:00Z"));
        var program = bench.Program(time: time);
        await ChooseAsync(program, bench.Listener, new NarrativeChoicesChange(Weekly: true));
        await RoundAsync(program, time, "2026-11-23T03:00:00Z");
        var story = Assert.Single(await WaitForStoriesAsync(program, bench, 1));

        await program.Services.GetRequiredService<NarrativeService>().DeleteAsync(bench.Listener, story.Id, Cancellation);
        await RoundAsync(program, time, "2026-11-25T03:00:00Z");

        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT count(*) FROM jobs"));
    }

    [Fact]
    public async Task ProgramThatWasOff_CatchesUpTheLatestOfEachKindOnly()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var time = new DrivenTime(Moment("2026-09-10T12:00:00Z"));
        var before = bench.Program(time: time);
        await ChooseAsync(before, bench.Listener, new NarrativeChoicesChange(Weekly: true, Monthly: true, Yearly: true));

        var program = bench.Program(time: time);
        await RoundAsync(program, time, "2027-01-05T08:00:00Z");
        await WaitForStoriesAsync(program, bench, 3);

        var keys = (await bench.Database.RowsAsync("SELECT occasion, period_key FROM narratives ORDER BY occasion")).Select(row => string.Join(' ', row));
        Assert.Equal(["monthly 2026-12", "weekly 2026-W53", "yearly 2026"], keys);
    }

    [Fact]
    public async Task Period_ThatEndedBeforeItsStoryWasWanted_GetsNone()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var time = new DrivenTime(Moment("2026-11-23T12:00:00Z"));
        var program = bench.Program(time: time);
        await ChooseAsync(program, bench.Listener, new NarrativeChoicesChange(Weekly: true, Monthly: true, Yearly: true));

        await RoundAsync(program, time, "2026-11-24T12:00:00Z");

        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT count(*) FROM jobs"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Story_OfTheDemoOrNoLongerWanted_DoesNotCome(bool isDemo, bool staysWanted)
    {
        await using var bench = await StoryBench.CreateAsync(server, isDemo: isDemo);
        var time = new DrivenTime(Moment("2026-11-19T12:00:00Z"));
        var program = bench.Program(time: time);
        await ChooseAsync(program, bench.Listener, new NarrativeChoicesChange(Weekly: true));
        await ChooseAsync(program, bench.Listener, new NarrativeChoicesChange(Weekly: staysWanted));

        await RoundAsync(program, time, "2026-11-23T12:00:00Z");

        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT count(*) FROM jobs"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TwoProcesses_AtTheSameMoment_WriteOneStory(DatabaseProvider provider)
    {
        await using var bench = await StoryBench.CreateAsync(server, provider);
        var time = new DrivenTime(Moment("2026-11-19T12:00:00Z"));
        IHost[] programs = [bench.Program(time: time), bench.Program(time: time), bench.Program(time: time)];
        await ChooseAsync(programs[0], bench.Listener, new NarrativeChoicesChange(Weekly: true));
        time.AdvanceTo(Moment("2026-11-23T03:00:00Z"));

        await Task.WhenAll(programs.Select(program => Task.Run(() => Schedule(program).RunRoundAsync(Cancellation))));

        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT count(*) FROM jobs"));
    }

    [Fact]
    public async Task Process_KilledBetweenTakingAPeriodAndQueueing_IsFollowedByAnother()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var time = new DrivenTime(Moment("2026-11-19T12:00:00Z"));
        var program = bench.Program(time: time);
        await ChooseAsync(program, bench.Listener, new NarrativeChoicesChange(Weekly: true));
        time.AdvanceTo(Moment("2026-11-23T03:00:00Z"));
        var due = ScheduledPeriod.LatestEnded(NarrativeOccasion.Weekly, new DateOnly(2026, 11, 23));
        Assert.True(await program.Services.GetRequiredService<NarrativeTurns>().TakeAsync(bench.Listener, due, Cancellation));

        await Schedule(program).RunRoundAsync(Cancellation);
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT count(*) FROM jobs"));
        time.Advance(TimeSpan.FromMinutes(3));
        await Schedule(program).RunRoundAsync(Cancellation);

        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT count(*) FROM jobs"));
    }

    [Fact]
    public async Task Service_LeftToItsClock_LooksByItself()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var time = new DrivenTime(Moment("2026-11-22T12:00:00Z"));
        var program = bench.Program(time: time);
        await ChooseAsync(program, bench.Listener, new NarrativeChoicesChange(Weekly: true));
        var schedule = Schedule(program);
        await schedule.StartAsync(Cancellation);
        await time.WaitForTimersAsync(1, Cancellation);

        time.AdvanceTo(Moment("2026-11-23T03:10:00Z"));

        await WaitForStoriesAsync(program, bench, 1);
        await schedule.StopAsync(Cancellation);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static NarrativeSchedule Schedule(IHost program) => program.Services.GetRequiredService<NarrativeSchedule>();

    private static Task<NarrativeChoices> ChooseAsync(IHost program, int listener, NarrativeChoicesChange change) =>
        program.Services.GetRequiredService<NarrativeService>().ChangeChoicesAsync(listener, change, Cancellation);

    private static async Task RoundAsync(IHost program, DrivenTime time, string moment)
    {
        time.AdvanceTo(Moment(moment));
        await Schedule(program).RunRoundAsync(Cancellation);
    }

    /// <summary>Waits until every job has ended, and looks at what they wrote.</summary>
    private static async Task<IReadOnlyList<NarrativeSnapshot>> WaitForStoriesAsync(IHost program, StoryBench bench, int count)
    {
        var service = program.Services.GetRequiredService<NarrativeService>();
        for (var round = 0; (await service.ListAsync(bench.Listener, Cancellation)).Count < count || await service.FindRunningAsync(bench.Listener, Cancellation) is not null; round++)
        {
            Assert.True(round < 1500, "The stories did not come.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        return await service.ListAsync(bench.Listener, Cancellation);
    }
}
