using Microsoft.AspNetCore.WebUtilities;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Tests.Fakes;
using OwnApp = SpotifyDashboard.Providers.Spotify.SpotifyApp;

namespace SpotifyDashboard.Tests.Providers;

public sealed class SpotifyAccountsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Login_WithAndWithoutSecret_BringsTokens(bool withSecret)
    {
        await using var bench = await ProvidersBench.StartAsync();
        var app = AppOf(bench, withSecret);

        var tokens = await bench.Accounts.ExchangeAsync(app, await CodeAsync(bench, app), SpotifyBench.Callback, SpotifyBench.Verifier, Cancellation);
        var refreshed = await bench.Accounts.RefreshAsync(app, tokens.RefreshToken ?? "", Cancellation);

        Assert.Equal(bench.Time.GetUtcNow().AddHours(1), tokens.ExpiresAt);
        Assert.Equal(SpotifyAccounts.Scopes.Split(' ').Order(), tokens.Scopes?.Split(' ').Order());
        Assert.Null(refreshed.RefreshToken);
        Assert.NotEqual(tokens.AccessToken, refreshed.AccessToken);
        Assert.Empty(bench.Spotify.Violations);
        Assert.Empty(bench.Budget.Taken);
    }

    [Fact]
    public async Task Refresh_Rotating_BringsTheNewToken()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.App.Rotation = TokenRotation.Always;
        var old = bench.Spotify.GiveRefreshToken(bench.Mara);

        var tokens = await bench.Accounts.RefreshAsync(AppOf(bench, withSecret: false), old, Cancellation);

        Assert.NotNull(tokens.RefreshToken);
        Assert.NotEqual(old, tokens.RefreshToken);
    }

    [Fact]
    public async Task Refresh_ConsentExpired_AsksForALoginAtOnce()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var old = bench.Spotify.GiveRefreshToken(bench.Mara, bench.Time.GetUtcNow().AddMonths(-7));

        var refused = await bench.FailAsync(bench.Accounts.RefreshAsync(AppOf(bench, withSecret: false), old, Cancellation));

        Assert.Equal(Failure.LogInAgain, refused.Failure);
        Assert.Contains("Refresh token expired", refused.Message, StringComparison.Ordinal);
        Assert.Single(bench.Spotify.Log.All);
    }

    [Fact]
    public async Task Refresh_WrongSecret_IsTheOperatorsToMend()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var old = bench.Spotify.GiveRefreshToken(bench.Mara, isPublic: false);

        var refused = await bench.FailAsync(bench.Accounts.RefreshAsync(new OwnApp(bench.Spotify.App.ClientId, "wrong"), old, Cancellation));

        Assert.Equal(Failure.Misconfigured, refused.Failure);
        Assert.NotNull(refused.Hint);
    }

    [Theory]
    [InlineData(500, FaultBody.Html)]
    [InlineData(503, FaultBody.Empty)]
    [InlineData(429, FaultBody.PlainText)]
    [InlineData(400, FaultBody.Html)]
    [InlineData(400, FaultBody.PlainText)]
    [InlineData(400, FaultBody.TruncatedJson)]
    [InlineData(400, FaultBody.Empty)]
    public async Task Refresh_FaultOfTheService_IsNoReasonToGiveTheLoginUp(int status, FaultBody body)
    {
        await using var bench = await ProvidersBench.StartAsync();
        var old = bench.Spotify.GiveRefreshToken(bench.Mara);
        bench.Spotify.Faults.Next(2, Fault.Answer(status, body));

        var tokens = await bench.DriveAsync(bench.Accounts.RefreshAsync(AppOf(bench, withSecret: false), old, Cancellation));

        Assert.StartsWith("BQD", tokens.AccessToken, StringComparison.Ordinal);
        Assert.Equal(3, bench.Spotify.Log.All.Count);
    }

    [Fact]
    public async Task Exchange_CodeUsedTwice_AsksForALogin()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var app = AppOf(bench, withSecret: false);
        var code = await CodeAsync(bench, app);
        await bench.Accounts.ExchangeAsync(app, code, SpotifyBench.Callback, SpotifyBench.Verifier, Cancellation);

        var refused = await bench.FailAsync(bench.Accounts.ExchangeAsync(app, code, SpotifyBench.Callback, SpotifyBench.Verifier, Cancellation));

        Assert.Equal(Failure.LogInAgain, refused.Failure);
        Assert.DoesNotContain(bench.Log.Lines, line => line.Text.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exchange_OtherRedirectAddress_IsTheOperatorsToMend()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var app = AppOf(bench, withSecret: false);
        var code = await CodeAsync(bench, app);

        var refused = await bench.FailAsync(bench.Accounts.ExchangeAsync(app, code, "http://127.0.0.1:9/callback", SpotifyBench.Verifier, Cancellation));

        Assert.Equal(Failure.Misconfigured, refused.Failure);
    }

    private static OwnApp AppOf(ProvidersBench bench, bool withSecret) => new(bench.Spotify.App.ClientId, withSecret ? bench.Spotify.App.ClientSecret : null);

    /// <summary>Goes to the consent page and says yes.</summary>
    private static async Task<string> CodeAsync(ProvidersBench bench, OwnApp app)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(
            bench.Accounts.AuthorizeUrl(app, SpotifyBench.Callback, SpotifyBench.State, SpotifyBench.ChallengeOf(SpotifyBench.Verifier)),
            Cancellation);
        var query = QueryHelpers.ParseQuery(answer.Headers.Location?.Query);
        Assert.Equal(SpotifyBench.State, query["state"]);
        return query["code"].ToString();
    }
}
