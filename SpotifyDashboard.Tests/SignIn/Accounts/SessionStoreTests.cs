using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.Accounts;

/// <summary>How long sessions hold, and what ends them.</summary>
public sealed class SessionStoreTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Session_ThatWasOpened_NamesItsVisitorAndIsStoredByItsHashAlone(DatabaseProvider provider)
    {
        await using var bench = await AccountsBench.CreateAsync(server, provider);
        var olga = await bench.SetUpAsync();

        var token = await bench.Sessions.OpenAsync(olga.Id, "Firefox on Linux", Cancellation);

        var pass = await bench.Sessions.FindAsync(token, Cancellation);
        Assert.Equal(new Visitor(olga.Id, olga.ListenerId, VisitorRole.Owner, "Olga"), pass?.Visitor);
        Assert.Equal("Firefox on Linux", Assert.Single(await bench.Sessions.ListAsync(olga.Id, Cancellation)).Label);
        Assert.Equal("0", await bench.Database.ScalarAsync($"SELECT COUNT(*) FROM sessions WHERE token_hash = '{token}'"));
        Assert.Null(await bench.Sessions.FindAsync(token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), Cancellation));
    }

    [Fact]
    public async Task Session_ThatNobodyUses_EndsAfterThirtyDays()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var token = await bench.Sessions.OpenAsync((await bench.SetUpAsync()).Id, "x", Cancellation);

        bench.Time.Advance(TimeSpan.FromDays(29));
        var used = await bench.Sessions.FindAsync(token, Cancellation);
        bench.Time.Advance(TimeSpan.FromDays(29));
        var usedAgain = await bench.Sessions.FindAsync(token, Cancellation);
        bench.Time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));

        Assert.NotNull(used);
        Assert.NotNull(usedAgain);
        Assert.Null(await bench.Sessions.FindAsync(token, Cancellation));
    }

    [Fact]
    public async Task Session_HoweverMuchItIsUsed_EndsAfterAHundredAndEightyDays()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var token = await bench.Sessions.OpenAsync((await bench.SetUpAsync()).Id, "x", Cancellation);

        for (var day = 1; day < 180; day++)
        {
            bench.Time.Advance(TimeSpan.FromDays(1));
            Assert.NotNull(await bench.Sessions.FindAsync(token, Cancellation));
        }

        bench.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await bench.Sessions.FindAsync(token, Cancellation));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Sessions_EndedInAnotherProcess_HoldNowhereButTheOneThatWasSpared(DatabaseProvider provider)
    {
        await using var bench = await AccountsBench.CreateAsync(server, provider);
        var olga = await bench.SetUpAsync();
        var lost = await bench.Sessions.OpenAsync(olga.Id, "lost", Cancellation);
        var kept = await bench.Sessions.OpenAsync(olga.Id, "kept", Cancellation);
        var spared = (await bench.Sessions.FindAsync(kept, Cancellation))?.SessionId;

        await bench.Process().Services.GetRequiredService<SessionStore>().EndAllAsync(olga.Id, spared, Cancellation);

        Assert.Null(await bench.Sessions.FindAsync(lost, Cancellation));
        Assert.NotNull(await bench.Sessions.FindAsync(kept, Cancellation));
        Assert.Equal("kept", Assert.Single(await bench.Sessions.ListAsync(olga.Id, Cancellation)).Label);
    }

    [Fact]
    public async Task Sessions_OfAnAccountThatIsClosedOrChangesItsPassword_End()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var ben = await bench.JoinAsync(await bench.SetUpAsync(), VisitorRole.Listener, "ben");
        var before = await bench.Sessions.OpenAsync(ben.Id, "before", Cancellation);
        await bench.Directory.SetPasswordAsync(ben.Id, AccountsBench.Password, "ben", "another long password", session: null, Cancellation);
        var after = await bench.Sessions.OpenAsync(ben.Id, "after", Cancellation);
        await bench.Directory.SetClosedAsync(ben.Id, isClosed: true, Cancellation);
        var late = await bench.Sessions.OpenAsync(ben.Id, "late", Cancellation);

        Assert.Null(await bench.Sessions.FindAsync(before, Cancellation));
        Assert.Null(await bench.Sessions.FindAsync(after, Cancellation));
        Assert.Null(await bench.Sessions.FindAsync(late, Cancellation));
        Assert.Null(await bench.Directory.FindByPasswordAsync("ben", "another long password", Cancellation));
    }

    [Fact]
    public async Task Tabs_OfASessionEndedInAnotherProcess_AreSentAwayAndThenCut()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var olga = await bench.SetUpAsync();
        var pass = await bench.Sessions.FindAsync(await bench.Sessions.OpenAsync(olga.Id, "x", Cancellation), Cancellation);
        var session = pass?.SessionId ?? 0;
        var (sentAway, cut) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var heard = bench.Get<SessionsEnded>().Subscribe(sessions => { if (sessions.Contains(session)) { sentAway.TrySetResult(); } });
        using var held = bench.Get<OpenTabs>().Hold(session, () => cut.TrySetResult());
        using var watcher = ActivatorUtilities.CreateInstance<SessionWatcher>(bench.First.Services);
        await watcher.StartAsync(Cancellation);

        await bench.Process().Services.GetRequiredService<SessionStore>().EndAllAsync(olga.Id, except: null, Cancellation);
        while (!cut.Task.IsCompleted)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.WhenAny(cut.Task, Task.Delay(TimeSpan.FromMilliseconds(10), Cancellation));
        }

        Assert.True(sentAway.Task.IsCompleted);
        await watcher.StopAsync(Cancellation);
    }
}
