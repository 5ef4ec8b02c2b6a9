using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>The start from <c>SPOTIFY_REFRESH_TOKEN</c> alone.</summary>
public sealed class GivenTokenTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rotations))]
    public async Task Start_WithAToken_ConnectsAndUsesItOnce(TokenRotation rotation)
    {
        await using var bench = await LoginBench.CreateAsync(server);
        bench.Spotify.App.Rotation = rotation;
        var given = bench.Spotify.GiveRefreshToken(bench.Mara);

        await StartAsync(bench, given);
        var status = await bench.StatusAsync();
        await StartAsync(bench, given);

        Assert.Equal((ConnectionState.Connected, "Mara Lindqvist", bench.Time.GetUtcNow()), (status.State, status.AccountName, status.AuthorizedAt));
        Assert.Equal(1, bench.Spotify.Tokens.Refreshes);
        bench.Time.Advance(TimeSpan.FromHours(2));
        Assert.NotEmpty(await bench.TokenAsync(status.ListenerId ?? 0));
    }

    public static TheoryData<TokenRotation> Rotations => AccessTokensTests.Rotations;

    [Fact]
    public async Task Start_TokenIsDead_NeedsALoginAndIsNotTriedAgainButAnotherIs()
    {
        await using var bench = await LoginBench.CreateAsync(server);

        await StartAsync(bench, "AQDdead");
        var dead = bench.Process(new KeyValuePair<string, string?>("Spotify:RefreshToken", "AQDdead"));
        var status = await bench.StatusAsync(dead);
        await StartAsync(bench, "AQDdead");
        var asked = bench.Spotify.Log.To("/api/token").Count;
        await StartAsync(bench, bench.Spotify.GiveRefreshToken(bench.Mara));

        Assert.Equal((ConnectionState.NeedsLogin, 1), (status.State, asked));
        Assert.Contains("Invalid refresh token", status.Reason, StringComparison.Ordinal);
        Assert.Equal(ConnectionState.Connected, (await bench.StatusAsync(dead)).State);
        Assert.DoesNotContain("AQDdead", bench.Log.Text + await bench.EverythingStoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SomebodyIsConnected_LeavesTheTokenAlone()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        await bench.LogInAsync();

        await StartAsync(bench, bench.Spotify.GiveRefreshToken(bench.Mara));

        Assert.Equal(0, bench.Spotify.Tokens.Refreshes);
    }

    [Fact]
    public async Task Start_LoginIsDeadAndTheSettingChanged_TriesTheNewToken()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        await StartAsync(bench, bench.Spotify.GiveRefreshToken(bench.Mara));
        var listener = (await bench.StatusAsync()).ListenerId ?? 0;
        bench.Spotify.Tokens.Revoke(bench.Mara);
        bench.Time.Advance(TimeSpan.FromHours(2));
        await Assert.ThrowsAsync<ProviderException>(() => bench.TokenAsync(listener));

        await StartAsync(bench, bench.Spotify.GiveRefreshToken(bench.Mara));

        Assert.Equal(ConnectionState.Connected, (await bench.StatusAsync()).State);
    }

    [Fact]
    public async Task Start_AccountUnknownAfterTheTokenWasReplaced_GoesOnWithTheNewOne()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        bench.Spotify.App.Rotation = TokenRotation.Always;
        var given = bench.Spotify.GiveRefreshToken(bench.Mara);
        bench.Spotify.Faults.Always(Fault.Answer(503), request => request.Path.EndsWith("/me", StringComparison.Ordinal));

        // The first process ends while Spotify does not say whose token it is.
        using (var first = bench.Process(new KeyValuePair<string, string?>("Spotify:RefreshToken", given)))
        {
            await Assert.ThrowsAsync<LoginException>(() => bench.DriveAsync(RunAsync(first, given)));
        }

        bench.Spotify.Faults.Clear();
        bench.Time.Advance(TimeSpan.FromMinutes(10));
        await StartAsync(bench, given);

        Assert.Equal((ConnectionState.Connected, 2), ((await bench.StatusAsync()).State, bench.Spotify.Tokens.Refreshes));
    }

    [Fact]
    public async Task Start_WithAccountsOn_SaysThatTheTokenIsNotUsedAndKeepsItToItself()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var given = bench.Spotify.GiveRefreshToken(bench.Mara);

        await StartAsync(bench, given, new KeyValuePair<string, string?>("Access:Mode", "Accounts"));

        Assert.Contains("SPOTIFY_REFRESH_TOKEN (Spotify:RefreshToken) is not used while Access:Mode is Accounts", bench.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(given, bench.Log.Text, StringComparison.Ordinal);
        Assert.Equal((0, 0L), (bench.Spotify.Tokens.Refreshes, await bench.CountAsync("spotify_accounts")));
    }

    private static async Task<bool> RunAsync(IHost process, string token)
    {
        await LoginBench.Get<GivenTokenLogin>(process).RunAsync(token, Cancellation);
        return true;
    }

    /// <summary>Starts a process with the token in its settings, and waits until it has done what it can with it.</summary>
    private static async Task StartAsync(LoginBench bench, string token, params KeyValuePair<string, string?>[] settings)
    {
        using var process = bench.Process([new("Spotify:RefreshToken", token), .. settings]);
        using var start = ActivatorUtilities.CreateInstance<GivenTokenStart>(process.Services); // alone: a started host would follow Spotify too
        await start.StartAsync(Cancellation);
        await bench.DriveAsync(EndAsync(start));
    }

    private static async Task<bool> EndAsync(GivenTokenStart start)
    {
        await (start.ExecuteTask ?? Task.CompletedTask);
        return true;
    }
}
