using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.Accounts;

/// <summary>What a Spotify account opens where people have accounts.</summary>
public sealed class SpotifyArrivalTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SpotifyAccount_NobodyHereConnected_IsRefusedAndLeavesNothing()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var house = await HouseAsync(bench);

        var refused = await Assert.ThrowsAsync<LoginException>(() => LogInAsync(bench, house.Process, LoginPurpose.Enter));

        Assert.Equal(LoginFailure.OtherAccount, refused.Failure);
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM spotify_accounts"));
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM listeners"));
    }

    [Fact]
    public async Task SpotifyAccount_ConnectedByAListener_SignsThemInAfterwardsAndIsNobodyElses()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var house = await HouseAsync(bench);
        var ben = await JoinAsync(house, "ben");

        var connected = await LogInAsync(bench, house.Process, LoginPurpose.Connect(ben.ListenerId));
        var entered = await LogInAsync(bench, house.Process, LoginPurpose.Enter);
        var refused = await Assert.ThrowsAsync<LoginException>(() => LogInAsync(bench, house.Process, LoginPurpose.Connect(house.Owner.ListenerId)));

        Assert.Equal(ben.ListenerId, connected.Listener?.Id);
        Assert.Null(connected.Account);
        Assert.Equal(ben.Id, entered.Account?.Id);
        Assert.Equal(LoginFailure.OtherAccount, refused.Failure);
        await Get<AccountDirectory>(house.Process).SetClosedAsync(ben.Id, isClosed: true, Cancellation);
        Assert.Equal(LoginFailure.Refused, (await Assert.ThrowsAsync<LoginException>(() => LogInAsync(bench, house.Process, LoginPurpose.Enter))).Failure);
    }

    [Fact]
    public async Task SpotifyAccount_WithAnInvitation_MakesAListenerOnceAndThenNeedsNone()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var house = await HouseAsync(bench);
        var invitation = await Get<Invitations>(house.Process).CreateAsync(AccountsBench.VisitorOf(house.Owner), VisitorRole.Listener, 7, null, Cancellation);

        var joined = await LogInAsync(bench, house.Process, LoginPurpose.Join(invitation.Code));
        var again = await LogInAsync(bench, house.Process, LoginPurpose.Enter);

        Assert.Equal("Mara Lindqvist", joined.Account?.DisplayName);
        Assert.NotEqual(house.Owner.ListenerId, joined.Account?.ListenerId);
        Assert.Equal(joined.Account?.Id, again.Account?.Id);
        Assert.Null(await Get<Invitations>(house.Process).FindAsync(invitation.Code, Cancellation));
    }

    [Fact]
    public async Task SetupCode_WithASpotifyAccount_MakesTheOwnerOnceAndTheyEnterByIt()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var process = bench.Process(new KeyValuePair<string, string?>("Access:Mode", "Accounts"));
        var code = await Get<SetupCode>(process).ReadAsync(Cancellation);

        var wrong = await Assert.ThrowsAsync<LoginException>(() => LogInAsync(bench, process, LoginPurpose.SetUp("not the code")));
        var made = await LogInAsync(bench, process, LoginPurpose.SetUp(code));
        var again = await Assert.ThrowsAsync<LoginException>(() => LogInAsync(bench, process, LoginPurpose.SetUp(code)));
        var entered = await LogInAsync(bench, process, LoginPurpose.Enter);

        Assert.Equal((LoginFailure.Refused, LoginFailure.Refused), (wrong.Failure, again.Failure));
        Assert.Equal(("Mara Lindqvist", VisitorRole.Owner, false), (made.Account?.DisplayName, made.Account?.Role, made.Account?.HasPassword));
        Assert.Equal(made.Account?.Id, entered.Account?.Id);
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM accounts"));
    }

    [Fact]
    public async Task SetupCode_WhoseSpotifyAccountIsNotTheOneOfTheHistory_IsGoodAgain()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        await bench.LogInAsync(); // in Local mode, as Mara
        bench.Spotify.App.UserAtBrowser = bench.Spotify.World.AddUser("nils.b", "Nils");
        var process = bench.Process(new KeyValuePair<string, string?>("Access:Mode", "Accounts"));
        var code = await Get<SetupCode>(process).ReadAsync(Cancellation);

        var refused = await Assert.ThrowsAsync<LoginException>(() => LogInAsync(bench, process, LoginPurpose.SetUp(code)));

        Assert.Equal(LoginFailure.OtherAccount, refused.Failure);
        Assert.Equal(("0", "1"), (await bench.Database.ScalarAsync("SELECT COUNT(*) FROM accounts"), await bench.Database.ScalarAsync("SELECT COUNT(*) FROM listeners")));
        bench.Spotify.App.UserAtBrowser = bench.Mara;
        var made = await LogInAsync(bench, process, LoginPurpose.SetUp(code));
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM listeners"));
        Assert.Equal(made.Listener?.Id, made.Account?.ListenerId);
    }

    [Fact]
    public async Task SpotifyAccount_CollectedThroughAnAppOfItsOwn_SignsInByTheHousesAppAndStaysAsItIs()
    {
        const string House = "ffffffffffffffffffffffffffffffff";
        await using var bench = await LoginBench.CreateAsync(server);
        var (own, secret) = (bench.Spotify.App.ClientId, bench.Spotify.App.ClientSecret);
        var house = await HouseAsync(bench, new KeyValuePair<string, string?>("Spotify:ClientId", House));
        var ben = await JoinAsync(house, "ben");
        Assert.Null(await Get<SpotifyApps>(house.Process).SaveOwnAsync(ben.ListenerId, own, secret, Cancellation));
        using (Get<ListenerScope>(house.Process).Enter(ben.ListenerId, isReadOnly: false))
        {
            await LogInAsync(bench, house.Process, LoginPurpose.Connect(ben.ListenerId));
        }

        // At Spotify these are two apps; the fake knows the one that asks.
        bench.Spotify.App.ClientId = House;
        var stored = await bench.Database.RowsAsync("SELECT * FROM spotify_accounts");
        var entered = await LogInAsync(bench, house.Process, LoginPurpose.Enter);
        bench.Spotify.App.ClientId = own;
        bench.Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal((ben.Id, ben.ListenerId), (entered.Account?.Id, entered.Listener?.Id));
        Assert.Equal(stored, await bench.Database.RowsAsync("SELECT * FROM spotify_accounts"));
        Assert.NotEmpty(await bench.TokenAsync(ben.ListenerId, house.Process)); // refreshed by the app it was given to
    }

    [Fact]
    public async Task Guest_WhoWouldConnectSpotify_IsToldThatTheyCannot()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var house = await HouseAsync(bench);

        using var guest = Get<ListenerScope>(house.Process).Enter(house.Owner.ListenerId, isReadOnly: true);

        await Assert.ThrowsAsync<LoginException>(() => Get<SpotifyLogin>(house.Process).BeginAsync(LoginBench.Browser, Cancellation));
    }

    private static T Get<T>(IHost process)
        where T : notnull => process.Services.GetRequiredService<T>();

    private static async Task<(IHost Process, Account Owner)> HouseAsync(LoginBench bench, params KeyValuePair<string, string?>[] settings)
    {
        var process = bench.Process([new("Access:Mode", "Accounts"), .. settings]);
        var code = await Get<SetupCode>(process).ReadAsync(Cancellation);
        return (process, await Get<Enrolment>(process).SetUpAsync(code, new NewAccount("Olga", "olga", AccountsBench.Password), Cancellation));
    }

    private static async Task<Account> JoinAsync((IHost Process, Account Owner) house, string name)
    {
        var invitation = await Get<Invitations>(house.Process).CreateAsync(AccountsBench.VisitorOf(house.Owner), VisitorRole.Listener, 7, null, Cancellation);
        return await Get<Enrolment>(house.Process).JoinAsync(invitation.Code, new NewAccount(name, name, AccountsBench.Password), Cancellation);
    }

    private static async Task<LoginOutcome> LogInAsync(LoginBench bench, IHost process, LoginPurpose purpose)
    {
        var login = Get<SpotifyLogin>(process);
        var came = await LoginBench.ConsentAsync(await login.BeginAsync(LoginBench.Browser, Cancellation, purpose: purpose));
        return await bench.DriveAsync(login.CompleteAsync(came.Code ?? "", came.State ?? "", LoginBench.Browser, Cancellation));
    }
}
