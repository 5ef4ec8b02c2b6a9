using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;
using SpotifyConnection = SpotifyDashboard.SignIn.SpotifyConnection;

namespace SpotifyDashboard.Tests.SignIn.People;

/// <summary>A listener brings a Spotify app of their own.</summary>
public sealed class OwnAppTests(PostgresServer server)
{
    private const string HouseApp = "ffffffffffffffffffffffffffffffff";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Login_WithAnAppOfOnesOwn_UsesItForLoginRefreshAndCount()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var process = bench.Process(new KeyValuePair<string, string?>("Spotify:ClientId", HouseApp));
        var listener = await Rows.ListenerAsync(bench.Database);
        var apps = LoginBench.Get<SpotifyApps>(process);
        var tokens = LoginBench.Get<IAccessTokens>(process);
        Assert.Null(await apps.SaveOwnAsync(listener, $" {bench.Spotify.App.ClientId} ", bench.Spotify.App.ClientSecret, Cancellation));

        using var visit = LoginBench.Get<ListenerScope>(process).Enter(listener, isReadOnly: false);
        await bench.LogInAsync(process);
        bench.Time.Advance(TimeSpan.FromHours(2));
        var token = await bench.DriveAsync(tokens.GetAsync(listener, Cancellation));

        Assert.NotNull(bench.Spotify.Tokens.FindAccess(token));
        Assert.Equal(ConnectionState.Connected, (await bench.StatusAsync(process)).State);
        Assert.Equal([listener], await LoginBench.Get<SpotifyConnection>(process).ListConnectedAsync(Cancellation));
        Assert.Null(await LoginBench.Get<SpotifyConnection>(process).FindSharedAskerAsync(Cancellation));
        Assert.Equal([[bench.Spotify.App.ClientId]], await bench.Database.RowsAsync("SELECT DISTINCT app FROM api_calls"));
        Assert.DoesNotContain(bench.Spotify.App.ClientSecret, await bench.Database.ScalarAsync("SELECT client_secret FROM spotify_apps") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_OfTheOwnApp_AsksForALoginWithTheHousesApp()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var process = bench.Process(new KeyValuePair<string, string?>("Spotify:ClientId", HouseApp));
        var listener = await Rows.ListenerAsync(bench.Database);
        var apps = LoginBench.Get<SpotifyApps>(process);
        await apps.SaveOwnAsync(listener, bench.Spotify.App.ClientId, "", Cancellation);
        using var visit = LoginBench.Get<ListenerScope>(process).Enter(listener, isReadOnly: false);
        await bench.LogInAsync(process);

        await apps.RemoveOwnAsync(listener, Cancellation);

        Assert.Equal((ConnectionState.NeedsLogin, AccessTokens.OtherAppReason), ((await bench.StatusAsync(process)).State, (await bench.StatusAsync(process)).Reason));
        Assert.Empty(await LoginBench.Get<SpotifyConnection>(process).ListConnectedAsync(Cancellation));
        Assert.Equal(HouseApp, (await apps.FindAsync(Cancellation))?.ClientId);
    }

    [Theory]
    [InlineData("", "Paste")]
    [InlineData("no id", "no client id")]
    [InlineData(HouseApp, "uses anyway")]
    public async Task Save_OfWhatIsNoAppOfOnesOwn_SaysWhy(string clientId, string why)
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var process = bench.Process(new KeyValuePair<string, string?>("Spotify:ClientId", HouseApp));
        var listener = await Rows.ListenerAsync(bench.Database);

        var refused = await LoginBench.Get<SpotifyApps>(process).SaveOwnAsync(listener, clientId, "", Cancellation);

        Assert.Contains(why, refused ?? "", StringComparison.Ordinal);
        Assert.Equal(0, await bench.CountAsync("spotify_apps"));
    }

    [Fact]
    public async Task Status_OfSomebodyWhoDidNotConnect_TellsNothingOfOthers()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        await bench.LogInAsync();
        var other = await Rows.ListenerAsync(bench.Database);

        using var visit = LoginBench.Get<ListenerScope>(bench.First).Enter(other, isReadOnly: false);
        var status = await bench.StatusAsync();

        Assert.Equal((ConnectionState.NotConnected, (int?)null, (string?)null), (status.State, status.ListenerId, status.AccountName));
    }
}
