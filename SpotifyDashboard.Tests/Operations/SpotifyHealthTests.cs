using SpotifyDashboard.Operations;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Operations;

public sealed class SpotifyHealthTests
{
    private static readonly DateTimeOffset s_now = DateTimeOffset.Parse("2026-11-21T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void Service_NotSignedIn_IsHealthy() => Assert.Equal("healthy", SpotifyHealth.OfService(account: null, block: null, s_now).Status);

    [Fact]
    public void Service_NeedingLogin_IsDegradedAndSaysWhere()
    {
        var health = SpotifyHealth.OfService(Account(needsLoginSince: s_now.AddDays(-1)), block: null, s_now);

        Assert.Equal("degraded", health.Status);
        Assert.Contains("Refresh token expired", health.Detail, StringComparison.Ordinal);
        Assert.Contains("/connect", health.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "degraded")]
    [InlineData(-1, "healthy")]
    public void Service_ToldToWait_IsDegradedUntilThen(int hours, string expected)
    {
        var block = new ServiceBlockRow { Service = "spotify", EndpointGroup = "", Reason = "The daily quota is used up.", BlockedUntil = s_now.AddHours(hours), Since = s_now.AddHours(-5) };

        Assert.Equal(expected, SpotifyHealth.OfService(Account(), block, s_now).Status);
    }

    [Fact]
    public void Polls_OfNobody_AreNotJudged() => Assert.Null(SpotifyHealth.OfPolls(account: null, poll: null, s_now));

    [Theory]
    [InlineData(-30, 30, false, "healthy")]
    [InlineData(-119, -100, true, "healthy")]
    [InlineData(-121, 10, true, "degraded")]
    [InlineData(-200, 10, false, "healthy")]
    [InlineData(-200, -10, false, "degraded")]
    public void Polls_TooOld_AreDegradedUnlessPlannedSo(int lastMinutes, int dueMinutes, bool isFailing, string expected)
    {
        var poll = new PollStateRow
        {
            LastSuccessAt = s_now.AddMinutes(lastMinutes),
            NextDueAt = s_now.AddMinutes(dueMinutes),
            FailingSince = isFailing ? s_now.AddMinutes(lastMinutes) : null,
            LastFailure = isFailing ? "Spotify did not answer." : null,
        };

        var health = SpotifyHealth.OfPolls(Account(), poll, s_now);

        Assert.Equal(expected, health?.Status);
        Assert.Equal(isFailing && expected == "degraded", health?.Detail.Contains("did not answer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5, 1, false, "healthy")]
    [InlineData(5, 5, false, "degraded")]
    [InlineData(5, 1, true, "degraded")]
    public void Service_OfSeveral_IsDegradedByWhatConcernsAll(int accounts, int loggedOut, bool isBlocked, string expected)
    {
        var block = isBlocked ? new ServiceBlockRow { Service = "spotify", EndpointGroup = "", Reason = "Too many calls.", BlockedUntil = s_now.AddHours(1), Since = s_now } : null;

        Assert.Equal(expected, SpotifyHealth.OfService(accounts, loggedOut, block, s_now).Status);
    }

    [Theory]
    [InlineData(4, 2, "healthy")]
    [InlineData(4, 3, "degraded")]
    [InlineData(0, 0, null)]
    public void Polls_OfSeveral_AreDegradedWhereMostAreLate(int followed, int overdue, string? expected) =>
        Assert.Equal(expected, SpotifyHealth.OfPolls(followed, overdue)?.Status);

    private static SpotifyAccountRow Account(DateTimeOffset? needsLoginSince = null) => new()
    {
        AccountId = "a",
        UserId = "u",
        ClientId = "c",
        Scopes = "",
        RefreshToken = needsLoginSince is null ? "encrypted" : null,
        NeedsLoginSince = needsLoginSince,
        NeedsLoginReason = needsLoginSince is null ? null : "Refresh token expired.",
    };
}
