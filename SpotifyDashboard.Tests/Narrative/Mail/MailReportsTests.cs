using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Narrative.Mail;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Narrative.Mail;

/// <summary>Reports that go out once for each period, over driven time and a real mail server.</summary>
public sealed class MailReportsTests(PostgresServer postgres)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Weeks_BringOneReportEach_OnMondayMorning_AlsoWhereClocksChange(DatabaseProvider provider)
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-10-15T09:00", provider: provider);
        await bench.PlayDailyAsync("2026-10-01", 60);
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Weekly);

        var sent = await bench.SendUntilAsync(process, "2026-11-04T00:00");

        Assert.Equal(
            [
                "2026-10-19 07: Your week in music: 12 – 18 October 2026",
                "2026-10-26 07: Your week in music: 19 – 25 October 2026",
                "2026-11-02 07: Your week in music: 26 October – 1 November 2026",
            ],
            sent);
        Assert.Empty(bench.Server.Violations);
        var letter = bench.Server.Letters.First();
        Assert.Equal(MailBench.Recipient, letter.To);
        Assert.Contains("7 plays", letter.Mime.Text, StringComparison.Ordinal);
        Assert.Equal(MailLetterState.Sent, (await bench.LetterAsync("weekly", "2026-W42")).State);
        Assert.DoesNotContain("mara.secret", bench.Log.Text, StringComparison.Ordinal);
        Assert.Contains("2026-W42", bench.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_BringOneReportEach_OnTheFirst_InTheListenersZone()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-12-20T00:00", zone: "Pacific/Auckland");
        await bench.PlayDailyAsync("2026-12-01", 100);
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Monthly);

        var sent = await bench.SendUntilAsync(process, "2027-03-02T00:00", "Pacific/Auckland", hours: 6);

        Assert.Equal(
            ["2027-01-01 07: Your month in music: December 2026", "2027-02-01 07: Your month in music: January 2027", "2027-03-01 07: Your month in music: February 2027"],
            sent);
        Assert.Contains("28 plays (as the 28 days before)", bench.Server.Letters.Last().Mime.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TwoProcesses_ThatLookAtOnce_SendOne(DatabaseProvider provider)
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00", provider: provider);
        await bench.PlayDailyAsync("2026-11-01", 30);
        var (one, other) = (bench.Process(), bench.Process());
        await bench.SubscribeAsync(one, MailRhythm.Weekly);

        var sent = 0;
        for (; bench.Time.GetUtcNow() < MailBench.Moment("2026-11-17T00:00"); bench.Time.Advance(TimeSpan.FromHours(3)))
        {
            sent += (await Task.WhenAll(bench.SendAsync(one), bench.SendAsync(other), bench.SendAsync(one), bench.SendAsync(other))).Sum();
        }

        Assert.Equal(1, sent);
        Assert.Single(bench.Server.Letters);
    }

    [Fact]
    public async Task ProgramThatWasOff_SendsTheLastReportOnly_AndARestartSendsNoSecond()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-01T09:00");
        await bench.PlayDailyAsync("2026-10-20", 40);
        await bench.SubscribeAsync(bench.Process(), MailRhythm.Weekly);

        bench.Time.AdvanceTo(MailBench.Moment("2026-11-19T15:00"));
        Assert.Equal(1, await bench.SendAsync(bench.Process()));
        Assert.Equal(0, await bench.SendAsync(bench.Process()));

        Assert.Equal("Your week in music: 9 – 15 November 2026", Assert.Single(bench.Server.Letters).Mime.Subject);
    }

    [Fact]
    public async Task Address_EnteredAfterAReportWasDue_WaitsForTheNext()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-18T09:00");
        await bench.PlayDailyAsync("2026-11-01", 30);
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Weekly);

        Assert.Equal(["2026-11-23 07: Your week in music: 16 – 22 November 2026"], await bench.SendUntilAsync(process, "2026-11-24T00:00"));
    }

    [Fact]
    public async Task WeekWithoutAPlay_BringsNoReport()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-11T09:00");
        await bench.PlayDailyAsync("2026-11-01", 3);
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Weekly);

        Assert.Empty(await bench.SendUntilAsync(process, "2026-11-18T00:00", hours: 3));

        Assert.Equal(MailLetterState.Skipped, (await bench.LetterAsync("weekly", "2026-W46")).State);
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 Later", 10, MailLetterState.Failed)]
    [InlineData("RCPT", "550 5.1.1 Nobody here", 24 * 60, MailLetterState.Failed)]
    [InlineData(".", "451 4.3.0 Queue full", 10, MailLetterState.Failed)]
    public async Task Letter_ThatWasRefused_IsTriedAgainLater_UnderTheSameId(string point, string answer, int minutes, MailLetterState state)
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00");
        await bench.PlayDailyAsync("2026-11-01", 30);
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Weekly);
        bench.Time.AdvanceTo(MailBench.Moment("2026-11-16T06:00"));
        bench.Server.Next(point, MailFault.Say(answer));

        Assert.Equal(0, await bench.SendAsync(process));
        var failed = await bench.LetterAsync("weekly", "2026-W46");
        bench.Time.Advance(TimeSpan.FromMinutes(minutes - 1));
        Assert.Equal(0, await bench.SendAsync(process));
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await bench.SendAsync(bench.Process()));

        Assert.Equal((state, 1), (failed.State, failed.Attempts));
        Assert.Contains(answer.Split(' ')[1], failed.Problem, StringComparison.Ordinal);
        Assert.Equal($"<{failed.MessageId}@example.org>", Assert.Single(bench.Server.Letters).Mime.Headers["message-id"]);
        Assert.DoesNotContain("mara.secret", bench.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pauses_BetweenTries_GrowToHalfADay()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00");
        await bench.PlayDailyAsync("2026-11-01", 30);
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Weekly);
        bench.Time.AdvanceTo(MailBench.Moment("2026-11-16T06:00"));
        List<double> pauses = [];
        for (var attempt = 1; attempt <= 7; attempt++)
        {
            bench.Server.Next("MAIL", MailFault.Say("451 Later"));
            await bench.SendAsync(process);
            var failed = await bench.LetterAsync("weekly", "2026-W46");
            Assert.Equal(attempt, failed.Attempts);
            pauses.Add((failed.NextTryAt!.Value - bench.Time.GetUtcNow()).TotalMinutes);
            bench.Time.AdvanceTo(failed.NextTryAt.Value);
        }

        Assert.Equal([10, 30, 90, 270, 720, 720, 720], pauses);
    }

    [Fact]
    public async Task Letter_TheServerMayHave_IsNeverSentAgain()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00");
        await bench.PlayDailyAsync("2026-11-01", 30);
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Weekly);
        bench.Time.AdvanceTo(MailBench.Moment("2026-11-16T06:00"));
        bench.Server.Next(".", MailFault.Drop);

        Assert.Empty(await bench.SendUntilAsync(process, "2026-11-20T00:00", hours: 3));

        var unclear = await bench.LetterAsync("weekly", "2026-W46");
        Assert.Equal((MailLetterState.Unclear, 1, (DateTimeOffset?)null), (unclear.State, unclear.Attempts, unclear.NextTryAt));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Process_ThatDiedWhileSending_LeavesAnUnclearLetter_AndNoSecond(DatabaseProvider provider)
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00", provider: provider);
        await bench.PlayDailyAsync("2026-11-01", 30);
        var dead = bench.Process();
        await bench.SubscribeAsync(dead, MailRhythm.Weekly);
        bench.Time.AdvanceTo(MailBench.Moment("2026-11-16T06:00"));
        Assert.NotNull(await dead.Services.GetRequiredService<MailLedger>().TakeAsync(bench.Listener, "weekly", "2026-W46", Cancellation));

        Assert.Equal(0, await bench.SendAsync(bench.Process()));
        Assert.Equal(MailLetterState.Sending, (await bench.LetterAsync("weekly", "2026-W46")).State);
        bench.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(0, await bench.SendAsync(bench.Process()));

        Assert.Equal(MailLetterState.Unclear, (await bench.LetterAsync("weekly", "2026-W46")).State);
        Assert.Empty(bench.Server.Letters);
    }

    [Fact]
    public async Task Program_ThatStopsBeforeTheServerHasTheLetter_SendsItAfterItsStart()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00");
        await bench.PlayDailyAsync("2026-11-01", 30);
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Weekly);
        bench.Time.AdvanceTo(MailBench.Moment("2026-11-16T06:00"));
        bench.Server.Next("RCPT", MailFault.Stall);
        using var stopping = new CancellationTokenSource();
        var sending = process.Services.GetRequiredService<MailReports>().SendDueAsync(stopping.Token);
        while (!bench.Server.Commands.Contains("stalled at RCPT"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), Cancellation);
        }

        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        Assert.Equal(1, await bench.SendAsync(bench.Process()));
    }

    [Fact]
    public async Task Service_LooksByItself_EveryMinute()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-16T05:58");
        await bench.PlayDailyAsync("2026-11-01", 30);
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Weekly);
        var service = process.Services.GetServices<IHostedService>().OfType<MailReports>().Single();
        await service.StartAsync(Cancellation);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var taken = bench.Server.TakenAsync(patience.Token);
        while (!taken.IsCompleted)
        {
            // Only between two looks: one that is under way holds a lease, which would end.
            if (bench.Time.NextDue - bench.Time.GetUtcNow() == TimeSpan.FromMinutes(1))
            {
                Assert.True(bench.Time.GetUtcNow() < MailBench.Moment("2026-11-16T06:05"), "five looks later still nothing was sent");
                bench.Time.Advance(TimeSpan.FromMinutes(1));
            }

            await Task.WhenAny(taken, Task.Delay(TimeSpan.FromMilliseconds(5), Cancellation));
        }

        Assert.Equal("Your week in music: 9 – 15 November 2026", (await taken).Mime.Subject);
        await service.StopAsync(Cancellation);
    }

    [Fact]
    public async Task DemoListener_GetsNoMail()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00", isDemo: true);
        var process = bench.Process();
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.SubscribeAsync(process, MailRhythm.Weekly));
        await bench.PlayDailyAsync("2026-11-01", 30);
        await using (var context = await bench.Database.OpenAsync())
        {
            context.MailSettings.Add(new MailSettingRow { ListenerId = bench.Listener, Recipient = MailBench.Recipient, Rhythm = MailRhythm.Weekly, Warns = true });
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Empty(await bench.SendUntilAsync(process, "2026-11-18T00:00", hours: 3));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Mail_ThatWasEnded_NeverComes_AndTheAddressIsGone(DatabaseProvider provider)
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00", provider: provider);
        await bench.PlayDailyAsync("2026-11-01", 30);
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Weekly, warns: true);

        await process.Services.GetRequiredService<MailSubscriptions>().EndAsync(bench.Listener, Cancellation);

        Assert.Empty(await bench.SendUntilAsync(process, "2026-11-18T00:00", hours: 3));
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM mail_settings"));
    }

    [Fact]
    public async Task Choice_SavedAgain_KeepsItsTurn_AndTriesWhatFailedAtOnce()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00");
        await bench.PlayDailyAsync("2026-11-01", 30);
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Weekly);
        bench.Time.AdvanceTo(MailBench.Moment("2026-11-16T06:00"));
        bench.Server.Next("RCPT", MailFault.Say("550 5.1.1 Nobody here"));
        Assert.Equal(0, await bench.SendAsync(process));

        await bench.SubscribeAsync(process, MailRhythm.Weekly);

        Assert.Equal(1, await bench.SendAsync(process));
    }
}
