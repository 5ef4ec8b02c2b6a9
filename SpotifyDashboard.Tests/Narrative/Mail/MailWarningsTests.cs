using SpotifyDashboard.Narrative.Mail;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Narrative.Mail;

/// <summary>Warnings in time, each once.</summary>
public sealed class MailWarningsTests(PostgresServer postgres)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Consent_IsWarnedOf_ThirtySevenAndOneDayBefore_AndAgainAfterANewLogin(DatabaseProvider provider)
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2027-04-10T00:00", provider: provider);
        await bench.ConnectAsync("2026-11-19T12:00");
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Off, warns: true);

        var first = await bench.SendUntilAsync(process, "2027-05-25T00:00", hours: 12);
        await bench.Database.Listeners.ChangeAsync(bench.Listener, static listener => listener.AuthorizedAt = MailBench.Moment("2027-05-25T00:00"), TestContext.Current.CancellationToken);
        var second = await bench.SendUntilAsync(process, "2027-11-19T00:00", hours: 12);

        Assert.Equal(
            ["2027-04-19 14: Spotify's consent ends in 30 days", "2027-05-12 14: Spotify's consent ends in 7 days", "2027-05-18 14: Spotify's consent ends in 1 day"],
            first);
        Assert.Equal(["2027-10-26 02: Spotify's consent ends in 30 days", "2027-11-18 01: Spotify's consent ends in 7 days"], second);
        Assert.Contains("/connect", bench.Server.Letters.First().Mime.Text, StringComparison.Ordinal);
        Assert.Contains("19 May 2027 at 14:00", bench.Server.Letters.First().Mime.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_ThatWereMissed_BringTheLatestAlone()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2027-05-15T12:00");
        await bench.ConnectAsync("2026-11-19T12:00");
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Off, warns: true);

        Assert.Equal(
            ["2027-05-15 14: Spotify's consent ends in 4 days", "2027-05-18 14: Spotify's consent ends in 1 day"],
            await bench.SendUntilAsync(process, "2027-05-20T00:00", hours: 12));
    }

    [Fact]
    public async Task Readings_ThatFailForADay_AreWarnedOfOncePerOutage()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-20T12:00");
        await bench.ConnectAsync("2026-11-19T12:00");
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Off, warns: true);
        await bench.FailAsync("2026-11-20T12:00");

        var outage = await bench.SendUntilAsync(process, "2026-11-25T00:00", hours: 12);
        await bench.FailAsync("2026-11-20T12:00", loginSince: "2026-11-22T00:00");
        var sameOutage = await bench.SendUntilAsync(process, "2026-11-26T00:00", hours: 12);
        await bench.FailAsync(pollsSince: null);
        var mended = await bench.SendUntilAsync(process, "2026-11-28T00:00", hours: 12);
        await bench.FailAsync("2026-11-28T00:00", loginSince: "2026-11-27T23:59", reason: "Log in again.");
        var next = await bench.SendUntilAsync(process, "2026-12-05T00:00", hours: 12);

        Assert.Equal(["2026-11-21 13: Your plays can't be read"], outage);
        Assert.Empty(sameOutage);
        Assert.Empty(mended);
        Assert.Equal(["2026-11-29 01: Your plays can't be read"], next);
        Assert.Contains("Spotify did not answer.", bench.Server.Letters.First().Mime.Text, StringComparison.Ordinal);
        Assert.Contains("Spotify wants you to log in again.", bench.Server.Letters.Last().Mime.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SilenceOfTheListener_IsNoOutage_AndNeitherIsOneWhoDoesNotWantWarnings()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-20T12:00");
        await bench.ConnectAsync("2026-11-19T12:00");
        var process = bench.Process();
        await bench.SubscribeAsync(process, MailRhythm.Off, warns: true);
        Assert.Empty(await bench.SendUntilAsync(process, "2026-11-25T00:00", hours: 12));

        await bench.SubscribeAsync(process, MailRhythm.Off, warns: false);
        await bench.FailAsync("2026-11-25T00:00");

        Assert.Empty(await bench.SendUntilAsync(process, "2026-11-28T00:00", hours: 12));
    }

    [Theory]
    [InlineData("2027-04-19T11:59:59", null, 0)]
    [InlineData("2027-04-19T12:00:00", 30, 30)]
    [InlineData("2027-05-12T11:59:59", 30, 8)]
    [InlineData("2027-05-12T12:00:00", 7, 7)]
    [InlineData("2027-05-18T12:00:00", 1, 1)]
    [InlineData("2027-05-19T11:59:59", 1, 1)]
    [InlineData("2027-05-19T12:00:00", null, 0)]
    public void Consent_HasItsTurns(string now, int? threshold, int daysLeft)
    {
        var warning = MailWarningRules.Consent(MailBench.Moment("2027-05-19T12:00"), MailBench.Moment(now));

        Assert.Equal((threshold, daysLeft), (warning?.Threshold, warning?.DaysLeft ?? 0));
    }
}
