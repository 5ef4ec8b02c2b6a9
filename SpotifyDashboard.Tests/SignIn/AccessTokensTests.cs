using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;
using SpotifyConnection = SpotifyDashboard.SignIn.SpotifyConnection;

namespace SpotifyDashboard.Tests.SignIn;

public sealed class AccessTokensTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    public static TheoryData<TokenRotation> Rotations => [TokenRotation.Never, TokenRotation.Always, TokenRotation.Sometimes];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Get_AHundredAtOnceAcrossThreeProcesses_RefreshesOnce(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);
        bench.Spotify.App.Rotation = TokenRotation.Always;
        var listener = await bench.LogInAsync();
        bench.Time.Advance(TimeSpan.FromHours(2));
        IAccessTokens[] processes = [.. new[] { bench.First, bench.Process(), bench.Process() }.Select(LoginBench.Get<IAccessTokens>)];

        var tokens = await bench.DriveAsync(Task.WhenAll(Enumerable.Range(0, 100).Select(i => processes[i % 3].GetAsync(listener.Id, Cancellation))));

        Assert.Single(tokens.Distinct(StringComparer.Ordinal));
        Assert.Equal(1, bench.Spotify.Tokens.Refreshes);
        Assert.Equal(2, bench.Spotify.Log.To("/api/token").Count);
    }

    [Fact]
    public async Task Replace_AHundredAtOnceWithTheSameRefusedToken_RefreshesOnce()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var listener = await bench.LogInAsync();
        var refused = await bench.TokenAsync(listener.Id);
        var tokens = LoginBench.Get<IAccessTokens>(bench.First);

        var replaced = await bench.DriveAsync(Task.WhenAll(Enumerable.Range(0, 100).Select(_ => tokens.ReplaceAsync(listener.Id, refused, Cancellation))));

        Assert.NotEqual(refused, Assert.Single(replaced.Distinct(StringComparer.Ordinal)));
        Assert.Equal(1, bench.Spotify.Tokens.Refreshes);
    }

    [Theory]
    [MemberData(nameof(Rotations))]
    public async Task Get_TenRefreshesInARow_WorkInEveryFormOfRotation(TokenRotation rotation)
    {
        await using var bench = await LoginBench.CreateAsync(server);
        bench.Spotify.App.Rotation = rotation;
        var listener = await bench.LogInAsync();

        for (var hour = 0; hour < 10; hour++)
        {
            bench.Time.Advance(TimeSpan.FromHours(1));
            Assert.NotNull(bench.Spotify.Tokens.FindAccess(await bench.TokenAsync(listener.Id)));
        }

        Assert.Equal(10, bench.Spotify.Tokens.Refreshes);
        Assert.Equal(ConnectionState.Connected, (await bench.StatusAsync()).State);
    }

    [Fact]
    public async Task Get_AfterARestart_CostsNoRefresh()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var listener = await bench.LogInAsync();
        var token = await bench.TokenAsync(listener.Id);

        var after = await bench.TokenAsync(listener.Id, bench.Process());

        Assert.Equal((token, 0), (after, bench.Spotify.Tokens.Refreshes));
    }

    [Fact]
    public async Task Get_TokensThatLiveFiveSeconds_AreUsedForHalfOfThemAndThenRefreshed()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        bench.Spotify.App.AccessTokenLifetime = TimeSpan.FromSeconds(5);
        var listener = await bench.LogInAsync();

        var first = await bench.TokenAsync(listener.Id);
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        var second = await bench.TokenAsync(listener.Id);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        var third = await bench.TokenAsync(listener.Id);

        Assert.Equal(first, second);
        Assert.NotEqual(second, third);
        Assert.Equal(1, bench.Spotify.Tokens.Refreshes);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Get_RefreshTokenRefused_NeedsLoginKeepsTheTokenAsideAndNeverAsksAgain(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);
        var listener = await bench.LogInAsync();
        var changed = new List<int>();
        using var subscription = LoginBench.Get<ConnectionChanged>(bench.First).Subscribe(changed.Add);
        bench.Time.Advance(TimeSpan.FromDays(200));

        var first = await Assert.ThrowsAsync<ProviderException>(() => bench.TokenAsync(listener.Id));
        var asked = bench.Spotify.Log.To("/api/token").Count;
        var second = await Assert.ThrowsAsync<ProviderException>(() => bench.TokenAsync(listener.Id));

        var status = await bench.StatusAsync();
        Assert.Equal((Failure.LogInAgain, Failure.LogInAgain), (first.Failure, second.Failure));
        Assert.Contains("Refresh token expired", first.Message, StringComparison.Ordinal);
        Assert.Equal((ConnectionState.NeedsLogin, first.Message), (status.State, status.Reason));
        Assert.Equal(asked, bench.Spotify.Log.To("/api/token").Count);
        Assert.Equal([listener.Id], changed);
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM spotify_accounts WHERE set_aside_token IS NOT NULL AND refresh_token IS NULL AND access_token IS NULL"));
        Assert.Empty(await LoginBench.Get<SpotifyConnection>(bench.First).ListConnectedAsync(Cancellation));
    }

    [Fact]
    public async Task Login_AfterARefusal_ClearsItAndBringsTokensAgain()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var listener = await bench.LogInAsync();
        bench.Spotify.Tokens.Revoke(bench.Mara);
        bench.Time.Advance(TimeSpan.FromHours(2));
        await Assert.ThrowsAsync<ProviderException>(() => bench.TokenAsync(listener.Id));

        await bench.LogInAsync();

        Assert.NotEmpty(await bench.TokenAsync(listener.Id));
        Assert.Equal((ConnectionState.Connected, null), ((await bench.StatusAsync()).State, (await bench.StatusAsync()).Reason));
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM spotify_accounts WHERE set_aside_token IS NOT NULL OR needs_login_reason IS NOT NULL"));
    }

    [Theory]
    [InlineData(503, FaultBody.Html)]
    [InlineData(429, FaultBody.PlainText)]
    [InlineData(400, FaultBody.Garbage)]
    [InlineData(200, FaultBody.TruncatedJson)]
    public async Task Get_AccountsServiceFails_KeepsTheTokenAndWorksWhenItIsBack(int status, FaultBody body)
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var listener = await bench.LogInAsync();
        bench.Time.Advance(TimeSpan.FromHours(2));
        bench.Spotify.Faults.Always(Fault.Answer(status, body));

        var failure = await Assert.ThrowsAsync<ProviderException>(() => bench.TokenAsync(listener.Id));
        bench.Spotify.Faults.Clear();
        bench.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Contains(failure.Failure, new[] { Failure.Retry, Failure.WaitUntil });
        Assert.Equal(ConnectionState.Connected, (await bench.StatusAsync()).State);
        Assert.NotEmpty(await bench.TokenAsync(listener.Id));
    }

    [Fact]
    public async Task Get_WrongClientSecret_KeepsTheToken()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var listener = await bench.LogInAsync();
        bench.Time.Advance(TimeSpan.FromHours(2));
        var wrong = bench.Process(new KeyValuePair<string, string?>("Spotify:ClientSecret", "00000000000000000000000000000000"));

        var failure = await Assert.ThrowsAsync<ProviderException>(() => bench.TokenAsync(listener.Id, wrong));

        Assert.Equal(Failure.Misconfigured, failure.Failure);
        Assert.NotEmpty(await bench.TokenAsync(listener.Id));
    }

    [Fact]
    public async Task Get_LoginWhileTheOldTokenIsBeingRefused_WinsOverIt()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var listener = await bench.LogInAsync();
        var accounts = LoginBench.Get<AccountStore>(bench.First);
        var before = await accounts.FindAsync(listener.Id, Cancellation) ?? throw new InvalidOperationException("There is no account.");

        await bench.LogInAsync();
        var isSetAside = await accounts.SetAsideAsync(before, "Refresh token revoked");
        var isStored = await accounts.StoreAsync(before, new SpotifyDashboard.Providers.Spotify.SpotifyTokens("old", bench.Time.GetUtcNow().AddHours(1), "old", Scopes: null));

        Assert.False(isSetAside || isStored);
        Assert.Equal(ConnectionState.Connected, (await bench.StatusAsync()).State);
        Assert.StartsWith("BQDfake", await bench.TokenAsync(listener.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CallerGivesUpInTheMiddle_StillStoresWhatComes()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        bench.Spotify.App.Rotation = TokenRotation.Always;
        var listener = await bench.LogInAsync();
        bench.Time.Advance(TimeSpan.FromHours(2));
        bench.Spotify.Faults.Next(1, Fault.Latency(TimeSpan.FromSeconds(3)), "/api/token");
        using var hurry = new CancellationTokenSource();
        var tokens = LoginBench.Get<IAccessTokens>(bench.First);

        var first = tokens.GetAsync(listener.Id, hurry.Token);
        await bench.Time.WaitForTimersAsync(1, Cancellation);
        await hurry.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        Assert.NotEmpty(await bench.TokenAsync(listener.Id));
        Assert.Equal(1, bench.Spotify.Tokens.Refreshes);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Get_HolderOfTheLeaseDied_IsNotWaitedFor(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);
        var listener = await bench.LogInAsync();
        bench.Time.Advance(TimeSpan.FromHours(2));
        var start = bench.Time.GetUtcNow();
        await using (var context = await bench.Database.OpenAsync())
        {
            await context.SpotifyAccounts.ExecuteUpdateAsync(
                change => change
                    .SetProperty(account => account.RefreshedBy, $"{Environment.MachineName}/999999/2026-01-01T00:00:00.0000000Z/dead")
                    .SetProperty(account => account.RefreshingUntil, start.AddMinutes(2)),
                Cancellation);
        }

        Assert.NotEmpty(await bench.TokenAsync(listener.Id));
        Assert.InRange(bench.Time.GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Get_NobodyConnected_AsksForALogin()
    {
        await using var bench = await LoginBench.CreateAsync(server);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => bench.TokenAsync(1));

        Assert.Equal((Failure.LogInAgain, 0), (failure.Failure, bench.Spotify.Log.All.Count));
    }
}
