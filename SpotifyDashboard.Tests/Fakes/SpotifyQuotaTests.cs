using System.Net;

namespace SpotifyDashboard.Tests.Fakes;

public sealed class SpotifyQuotaTests
{
    [Fact]
    public async Task DailyQuota_UsedUp_TellsWhenTheWindowFrees()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.App.DailyQuota = 3;
        await bench.GetAsync("/me");
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.GetAsync("/me");
        await bench.GetAsync("/me");

        var refused = await bench.CallAsync("/me");
        bench.Time.Advance(TimeSpan.FromHours(23) - TimeSpan.FromSeconds(1));
        var stillRefused = await bench.CallAsync("/me");
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        var admitted = await bench.CallAsync("/me");
        var again = await bench.CallAsync("/me");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("""{"error":{"status":429,"message":"Too many requests","reason":"QUOTA_EXCEEDED"}}""", refused.Body);
        Assert.Equal(TimeSpan.FromHours(23), refused.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(1), stillRefused.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, admitted.Status);
        Assert.Equal(TimeSpan.FromHours(1), again.RetryAfter);
        Assert.Equal(3, bench.Spotify.Quota.UsedAt(bench.Time.GetUtcNow()));
        Assert.Equal(4, bench.Spotify.Quota.Counted);
    }

    [Fact]
    public async Task DailyQuota_OfOlderDays_IsToldInPlainText()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.App.DailyQuota = 0;
        bench.App.TellsQuotaInPlainText = true;

        var refused = await bench.CallAsync("/me");

        Assert.Equal("Too many requests", refused.Body);
        Assert.Equal(TimeSpan.FromHours(24), refused.RetryAfter);
    }

    [Fact]
    public async Task ShortLimit_FreesWithinHalfAMinute()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.App.ShortLimit = 2;
        await bench.GetAsync("/me");
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        await bench.GetAsync("/me");

        var refused = await bench.CallAsync("/me");
        bench.Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(20)), (refused.Status, refused.RetryAfter));
        Assert.DoesNotContain("reason", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync("/me")).Status);
    }

    [Fact]
    public async Task Quota_CountsWhatAFaultSpoilt_ButNoTokens()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Answer(503), "/me");

        await bench.CallAsync("/me");
        await bench.RefreshAsync(bench.Spotify.GiveRefreshToken(bench.Mara));

        Assert.Equal(1, bench.Spotify.Quota.Counted);
    }
}
