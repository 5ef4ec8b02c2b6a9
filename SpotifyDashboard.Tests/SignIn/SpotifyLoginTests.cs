using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;
using SpotifyConnection = SpotifyDashboard.SignIn.SpotifyConnection;

namespace SpotifyDashboard.Tests.SignIn;

public sealed class SpotifyLoginTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Login_FirstOfAll_MakesTheListenerAndConnectsIt(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);
        var connected = new List<int>();
        using var subscription = LoginBench.Get<AccountConnected>(bench.First).Subscribe(connected.Add);

        var listener = await bench.LogInAsync();

        var status = await bench.StatusAsync();
        Assert.Equal(("Mara Lindqvist", bench.Mara.ImageUrl?.OriginalString, bench.Time.GetUtcNow()), (listener.DisplayName, listener.ImageUrl, listener.AuthorizedAt));
        Assert.Equal((ConnectionState.Connected, listener.Id, "Mara Lindqvist", 181), (status.State, status.ListenerId, status.AccountName, status.DaysLeft));
        Assert.Equal([listener.Id], connected);
        Assert.Equal([listener.Id], await LoginBench.Get<SpotifyConnection>(bench.First).ListConnectedAsync(Cancellation));
        Assert.Equal(0, await bench.CountAsync("login_attempts"));
    }

    [Fact]
    public async Task Login_WithAClientSecret_SendsItAndThePkceVerifier()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var process = bench.Process(new KeyValuePair<string, string?>("Spotify:ClientSecret", bench.Spotify.App.ClientSecret));

        var listener = await bench.LogInAsync(process);
        bench.Time.Advance(TimeSpan.FromHours(2));

        Assert.NotEmpty(await bench.TokenAsync(listener.Id, process));
        Assert.Equal(1, bench.Spotify.Tokens.Refreshes);
    }

    [Fact]
    public async Task Complete_ASecondTime_IsRefused()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var login = LoginBench.Get<SpotifyLogin>(bench.First);
        var came = await LoginBench.ConsentAsync(await login.BeginAsync(LoginBench.Browser, Cancellation));
        await login.CompleteAsync(came.Code ?? "", came.State ?? "", LoginBench.Browser, Cancellation);

        var failure = await Assert.ThrowsAsync<LoginException>(() => login.CompleteAsync(came.Code ?? "", came.State ?? "", LoginBench.Browser, Cancellation));

        Assert.Equal(LoginFailure.UnknownState, failure.Failure);
        Assert.Single(bench.Spotify.Log.To("/api/token"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Complete_TwentyAtOnceInTwoProcesses_OneExchangesTheCode(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);
        var second = bench.Process();
        var came = await LoginBench.ConsentAsync(await LoginBench.Get<SpotifyLogin>(bench.First).BeginAsync(LoginBench.Browser, Cancellation));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            try
            {
                var login = LoginBench.Get<SpotifyLogin>(i % 2 == 0 ? bench.First : second);
                return (await login.CompleteAsync(came.Code ?? "", came.State ?? "", LoginBench.Browser, Cancellation)).Listener is not null;
            }
            catch (LoginException)
            {
                return false;
            }
        })));

        Assert.Single(outcomes, succeeded => succeeded);
        Assert.Single(bench.Spotify.Log.To("/api/token"));
    }

    [Fact]
    public async Task Complete_InAnotherBrowser_IsRefusedAndLeavesTheLoginToItsOwn()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var login = LoginBench.Get<SpotifyLogin>(bench.First);
        var came = await LoginBench.ConsentAsync(await login.BeginAsync(LoginBench.Browser, Cancellation));

        foreach (var other in new[] { "another-browser", null })
        {
            var failure = await Assert.ThrowsAsync<LoginException>(() => login.CompleteAsync(came.Code ?? "", came.State ?? "", other, Cancellation));
            Assert.Equal(LoginFailure.OtherBrowser, failure.Failure);
        }

        Assert.NotNull((await login.CompleteAsync(came.Code ?? "", came.State ?? "", LoginBench.Browser, Cancellation)).Listener);
    }

    [Fact]
    public async Task Complete_AfterTenMinutes_IsRefusedAndForgotten()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var login = LoginBench.Get<SpotifyLogin>(bench.First);
        var came = await LoginBench.ConsentAsync(await login.BeginAsync(LoginBench.Browser, Cancellation));
        bench.Time.Advance(TimeSpan.FromMinutes(10));

        var failure = await Assert.ThrowsAsync<LoginException>(() => login.CompleteAsync(came.Code ?? "", came.State ?? "", LoginBench.Browser, Cancellation));
        await login.BeginAsync(LoginBench.Browser, Cancellation);

        Assert.Equal(LoginFailure.UnknownState, failure.Failure);
        Assert.Equal(1, await bench.CountAsync("login_attempts"));
    }

    [Fact]
    public async Task Refuse_ListenerSaidNo_ChangesNothing()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var login = LoginBench.Get<SpotifyLogin>(bench.First);
        bench.Spotify.App.IsDenied = true;
        var came = await LoginBench.ConsentAsync(await login.BeginAsync(LoginBench.Browser, Cancellation));

        var failure = await login.RefuseAsync(came.Error ?? "", came.State ?? "", LoginBench.Browser, Cancellation);

        Assert.Equal(LoginFailure.Denied, failure.Failure);
        Assert.Equal((ConnectionState.NotConnected, 0L), ((await bench.StatusAsync()).State, await bench.CountAsync("listeners")));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Login_WithASecondAccount_IsRefusedByNameAndTheFirstStays(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);
        var listener = await bench.LogInAsync();
        var token = await bench.TokenAsync(listener.Id);
        bench.Spotify.App.UserAtBrowser = bench.Spotify.World.AddUser("jonas", "Jonas <b>");

        var failure = await Assert.ThrowsAsync<LoginException>(() => bench.LogInAsync());

        Assert.Equal(LoginFailure.OtherAccount, failure.Failure);
        Assert.Contains("Mara Lindqvist", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Jonas <b>", failure.Message, StringComparison.Ordinal);
        Assert.Equal((token, 1L), (await bench.TokenAsync(listener.Id), await bench.CountAsync("listeners")));
    }

    [Fact]
    public async Task Login_UserNotOnTheAllowList_TellsWhatSpotifySaidAndStoresNothing()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        bench.Mara.IsAllowListed = false;

        var failure = await Assert.ThrowsAsync<LoginException>(() => bench.LogInAsync());

        Assert.Equal(LoginFailure.Refused, failure.Failure);
        Assert.Contains("User not registered in the Developer Dashboard", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.Hint);
        Assert.Equal((0L, 0L), (await bench.CountAsync("spotify_accounts"), await bench.CountAsync("listeners")));
    }

    [Fact]
    public async Task Login_AccountsServiceIsDown_IsAPassingFailure()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        bench.Spotify.Faults.Always(Fault.Answer(503, FaultBody.Html), request => request.Path.EndsWith("/api/token", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAsync<LoginException>(() => bench.LogInAsync());

        Assert.Equal(LoginFailure.Unavailable, failure.Failure);
        Assert.DoesNotContain("<html", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Logout_ThenLoginAgain_KeepsListenerAndRefusesOthersMeanwhile()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var listener = await bench.LogInAsync();

        await LoginBench.Get<AccountLink>(bench.First).ForgetAsync(Cancellation);
        var loggedOut = await bench.StatusAsync();
        bench.Spotify.App.UserAtBrowser = bench.Spotify.World.AddUser("jonas", "Jonas");
        var other = await Assert.ThrowsAsync<LoginException>(() => bench.LogInAsync());
        bench.Spotify.App.UserAtBrowser = bench.Mara;
        var again = await bench.LogInAsync();

        Assert.Equal((ConnectionState.NotConnected, null), (loggedOut.State, loggedOut.AuthorizedAt));
        Assert.Equal((LoginFailure.OtherAccount, listener.Id), (other.Failure, again.Id));
        Assert.Equal(ConnectionState.Connected, (await bench.StatusAsync()).State);
    }

    [Fact]
    public async Task Login_NameAndPictureTakenAway_KeepsTheNameButNotThePicture()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        await bench.LogInAsync();
        (bench.Mara.DisplayName, bench.Mara.ImageUrl) = (null, null);

        var listener = await bench.LogInAsync();

        Assert.Equal(("Mara Lindqvist", null), (listener.DisplayName, listener.ImageUrl));
    }

    [Fact]
    public async Task Status_OtherClientId_NeedsALoginUntilTheFirstIsBack()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var listener = await bench.LogInAsync();
        var other = bench.Process(new KeyValuePair<string, string?>("Spotify:ClientId", "ffffffffffffffffffffffffffffffff"));

        var status = await bench.StatusAsync(other);
        var failure = await Assert.ThrowsAsync<ProviderException>(() => bench.TokenAsync(listener.Id, other));

        Assert.Equal((ConnectionState.NeedsLogin, Failure.LogInAgain), (status.State, failure.Failure));
        Assert.Contains("another Spotify app", status.Reason, StringComparison.Ordinal);
        Assert.Empty(await LoginBench.Get<SpotifyConnection>(other).ListConnectedAsync(Cancellation));
        Assert.Equal(ConnectionState.Connected, (await bench.StatusAsync()).State);
    }

    [Theory]
    [InlineData(0, 181, false)]
    [InlineData(150, 31, false)]
    [InlineData(151, 30, true)]
    [InlineData(180, 1, true)]
    [InlineData(400, 0, true)]
    public async Task Status_AsDaysGoBy_CountsThemDownAndRemindsFromThirty(int daysLater, int left, bool endsSoon)
    {
        await using var bench = await LoginBench.CreateAsync(server);
        await bench.LogInAsync();
        bench.Time.Advance(TimeSpan.FromDays(daysLater));

        var status = await bench.StatusAsync();

        Assert.Equal((left, endsSoon), (status.DaysLeft, status.EndsSoon));
    }

    [Fact]
    public async Task Apps_EnteredOnThePage_AreStoredWithTheSecretSealedUntilSettingsSayOtherwise()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var page = bench.Process(new KeyValuePair<string, string?>("Spotify:ClientId", ""));
        var apps = LoginBench.Get<SpotifyApps>(page);

        var unset = await bench.StatusAsync(page);
        var refused = await apps.SaveAsync("not an id", "", Cancellation);
        var saved = await apps.SaveAsync($" {bench.Spotify.App.ClientId}\n", bench.Spotify.App.ClientSecret, Cancellation);

        Assert.Equal(ConnectionState.NotConfigured, unset.State);
        Assert.NotNull(refused);
        Assert.Null(saved);
        Assert.Equal(new SpotifyDashboard.Providers.Spotify.SpotifyApp(bench.Spotify.App.ClientId, bench.Spotify.App.ClientSecret), await apps.FindAsync(Cancellation));
        Assert.DoesNotContain(bench.Spotify.App.ClientSecret, await bench.EverythingStoredAsync(), StringComparison.Ordinal);
        Assert.NotNull(await LoginBench.Get<SpotifyApps>(bench.First).SaveAsync("ffff", "", Cancellation));
        Assert.Null((await LoginBench.Get<SpotifyApps>(bench.First).FindAsync(Cancellation))?.ClientSecret);
    }

    [Fact]
    public async Task Login_WholeWay_LeavesNoSecretInLogOrDatabase()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        bench.Spotify.App.Rotation = TokenRotation.Always;
        var login = LoginBench.Get<SpotifyLogin>(bench.First);
        var came = await LoginBench.ConsentAsync(await login.BeginAsync(LoginBench.Browser, Cancellation));
        var begun = await bench.EverythingStoredAsync();
        var listener = (await login.CompleteAsync(came.Code ?? "", came.State ?? "", LoginBench.Browser, Cancellation)).Listener;
        bench.Time.Advance(TimeSpan.FromHours(2));
        var token = await bench.TokenAsync(listener?.Id ?? 0);
        bench.Spotify.Tokens.Revoke(bench.Mara);
        bench.Time.Advance(TimeSpan.FromHours(2));
        await Assert.ThrowsAsync<ProviderException>(() => bench.TokenAsync(listener?.Id ?? 0));

        Assert.StartsWith("BQDfake", token, StringComparison.Ordinal);
        Assert.Contains("is connected to Spotify", bench.Log.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { "BQDfake", "AQDfake", "AQCfake", came.State ?? "?" })
        {
            Assert.DoesNotContain(secret, bench.Log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, begun + await bench.EverythingStoredAsync(), StringComparison.Ordinal);
        }
    }
}
