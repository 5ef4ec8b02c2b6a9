using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Live;

/// <summary>Polling where there are more listeners than calls, and more than anybody wants to ask about one by one.</summary>
public sealed class ManyListenersTests(PostgresServer server)
{
    private const int Listeners = 6;
    private const int DailyCalls = 4;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Due_OfManyListeners_AreThoseWhoseTimeHasComeLongestUnservedFirst(DatabaseProvider provider)
    {
        await using var bench = await PollBench.CreateAsync(server, provider);
        await ConnectOthersAsync(bench);
        var now = bench.Time.GetUtcNow().ToUnixTimeMilliseconds();
        await bench.Database.ExecuteAsync(
            $"""
            INSERT INTO poll_states (listener_id, lateness_ms, saved_left_out, last_attempt_at, last_success_at, next_due_at) VALUES
              (1, 0, 0, {now}, {now - 10}, {now}),
              (2, 0, 0, {now}, {now - 20}, {now - 1}),
              (3, 0, 0, {now}, {now - 30}, {now + 1}),
              (4, 0, 0, {now - 1}, {now - 5}, {now + 1000});
            UPDATE spotify_accounts SET needs_login_since = {now} WHERE listener_id = 5;
            INSERT INTO spotify_apps (listener_id, client_id, stored_at) VALUES (6, 'own', {now})
            """);

        var due = await bench.Process().Services.GetRequiredService<PollTurns>().DueAsync(Cancellation);

        // 6 was never polled; 4 is not due, but gave consent since; 3 is not due; 5 has to log in.
        Assert.Equal([new DuePoll(6, true), new DuePoll(2, false), new DuePoll(1, false), new DuePoll(4, false)], due);
    }

    [Fact]
    public async Task Wake_WithNobodyDue_AsksOneQuestionHoweverManyThereAre()
    {
        await using var bench = await PollBench.CreateAsync(server);
        await ConnectOthersAsync(bench);
        var count = new CommandCount();
        var process = bench.Process(services => services.ConfigureDbContext<DashboardDbContext>(context => context.AddInterceptors(count)));
        await bench.PollAsync(process);
        count.Commands = 0;

        Assert.Equal(0, await bench.PollAsync(process));

        Assert.Equal(1, count.Commands);
    }

    [Fact]
    public async Task PollThatIsStuck_HoldsUpNobodyAtTheNextWake()
    {
        await using var bench = await PollBench.CreateAsync(server);
        var other = await bench.ConnectAsync(bench.World.AddUser("user.2", "User 2"));
        StuckTokens? stuck = null;
        var process = bench.Process(services =>
        {
            stuck = new StuckTokens((IAccessTokens)services.Last(static service => service.ServiceType == typeof(IAccessTokens)).ImplementationInstance!, bench.Listener);
            services.AddSingleton<IAccessTokens>(stuck);
        });
        var poller = process.Services.GetRequiredService<PlayPoller>();
        await poller.StartAsync(Cancellation);
        poller.Wake();
        await stuck!.Asked.WaitAsync(s_patience, Cancellation);
        var first = await SuccessAsync(bench, other, after: 0);

        // Due again, while the first round still waits for the one that is stuck.
        await bench.Database.ExecuteAsync($"UPDATE poll_states SET next_due_at = 0, last_success_at = 1 WHERE listener_id = {other}");
        poller.Wake();

        Assert.Equal(first, await SuccessAsync(bench, other, after: 1));
        Assert.Null(await bench.Database.ScalarAsync($"SELECT last_success_at FROM poll_states WHERE listener_id = {bench.Listener}"));
        stuck.Release();
        await SuccessAsync(bench, bench.Listener, after: 0);
        await poller.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Calls_ForFewerThanThereAre_GoRoundAndAreNotAskedForInVain()
    {
        await using var bench = await PollBench.CreateAsync(server);
        await ConnectOthersAsync(bench);
        var process = bench.Process(null, new KeyValuePair<string, string?>("Spotify:DailyCalls", DailyCalls.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(DailyCalls, await bench.PollAsync(process));
        Assert.Equal(1, await bench.PollAsync(process)); // one is told why, the other only waits
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM poll_states WHERE failing_since IS NOT NULL"));

        bench.Time.Set(bench.Time.GetUtcNow().AddHours(25));
        Assert.Equal(DailyCalls, await bench.PollAsync(process));

        Assert.Equal($"{Listeners}", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM poll_states WHERE last_success_at IS NOT NULL"));
    }

    /// <summary>When the listener was polled well, once that is after a moment.</summary>
    private static async Task<long> SuccessAsync(PollBench bench, int listener, long after)
    {
        for (var waited = TimeSpan.Zero; waited < s_patience; waited += s_look)
        {
            var at = await bench.Database.ScalarAsync($"SELECT COALESCE(last_success_at, 0) FROM poll_states WHERE listener_id = {listener}");
            if (long.Parse(at ?? "0", System.Globalization.CultureInfo.InvariantCulture) is var moment && moment > after)
            {
                return moment;
            }

            await Task.Delay(s_look, Cancellation);
        }

        throw new TimeoutException($"Listener {listener} was not polled.");
    }

    private static async Task ConnectOthersAsync(PollBench bench)
    {
        for (var i = 2; i <= Listeners; i++)
        {
            await bench.ConnectAsync(bench.World.AddUser($"user.{i}", $"User {i}"));
        }
    }
}
