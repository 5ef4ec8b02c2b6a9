using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>How often one address and one session may ask, with accounts on.</summary>
public sealed class RequestRatesTests
{
    [Fact]
    public async Task TooManyRequests_OfOneAddress_AreRefusedWithATimeToWait_AndOthersGoOn()
    {
        await using var house = StartHouse();
        for (var request = 0; request < 5; request++)
        {
            Assert.NotEqual(429, (await AskAsync(house, "192.0.2.1")).StatusCode);
        }

        var refused = await AskAsync(house, "192.0.2.1");
        Assert.Equal(429, refused.StatusCode);
        Assert.InRange(int.Parse(refused.Headers.RetryAfter!, CultureInfo.InvariantCulture), 1, 60);
        Assert.NotEqual(429, (await AskAsync(house, "192.0.2.2")).StatusCode);
        Assert.Equal(429, (await AskAsync(house, "192.0.2.1", "/sign-in")).StatusCode);
        Assert.Equal(200, (await AskAsync(house, "192.0.2.1", WalledHouse.Probe)).StatusCode);
        Assert.Equal(200, (await AskAsync(house, "192.0.2.1", "/favicon.svg")).StatusCode);
    }

    [Fact]
    public async Task TooManyRequests_OfOneTokenFromManyAddresses_AreRefused()
    {
        await using var house = StartHouse();
        for (var request = 0; request < 5; request++)
        {
            Assert.NotEqual(429, (await AskAsync(house, $"192.0.2.{request}", token: "one")).StatusCode);
        }

        Assert.Equal(429, (await AskAsync(house, "192.0.2.100", token: "one")).StatusCode);
        Assert.NotEqual(429, (await AskAsync(house, "192.0.2.100", token: "two")).StatusCode);
    }

    private static async Task<HttpResponse> AskAsync(WalledHouse house, string peer, string path = "/api/top20", string? token = null) =>
        (await house.SendAsync(request => (request.Path, request.Headers.Authorization) = (path, token is null ? default : $"Bearer {token}"), peer)).Response;

    private static WalledHouse StartHouse() => new() { Settings = { ["Access:RequestsPerMinute"] = "5" } };
}
