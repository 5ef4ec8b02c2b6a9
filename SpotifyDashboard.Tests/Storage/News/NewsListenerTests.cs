using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.News;

namespace SpotifyDashboard.Tests.Storage.News;

/// <summary>What another process changes is told by PostgreSQL itself, also after the connection was lost.</summary>
public sealed class NewsListenerTests(PostgresServer server)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("plays", "UPDATE listeners SET plays_version = plays_version + 1", "1")]
    [InlineData("connection", "UPDATE listeners SET authorized_at = 1", "1")]
    [InlineData("stories", "INSERT INTO narrative_choices (listener_id, leaves_names_out, tone) VALUES (1, false, 'roast')", "1")]
    [InlineData("lyrics", "INSERT INTO lyrics_choices (listener_id, is_wanted, chosen_at) VALUES (1, true, 0)", "1")]
    [InlineData("survey", "INSERT INTO surveys (listener_id, source, source_key, title, is_chosen, hash_names, headers, choices, version) VALUES (1, 'upload', '', 'Survey', false, true, '[]', '{}', 0)", "1")]
    [InlineData("jobs", "INSERT INTO jobs (id, listener_id, kind, state, done, created_at, updated_at) VALUES ('0197b6a0-0000-7000-8000-000000000001', 1, 'work', 'queued', 0, 0, 0)", "0197b6a0-0000-7000-8000-000000000001")]
    public async Task Change_ByAnotherProcess_IsToldWithItsKind(string kind, string change, string id)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, server);
        Assert.Equal(1, await Rows.ListenerAsync(database));
        var (process, ear) = await ListenAsync(database, kind);

        await database.ExecuteAsync(change);

        await ear.WaitForAsync(id);
        await process.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Change_ThatIsRolledBack_IsNeverTold()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, server);
        var listener = await Rows.ListenerAsync(database);
        var (process, ear) = await ListenAsync(database, "plays");

        await database.ExecuteAsync("BEGIN; UPDATE listeners SET plays_version = 99; ROLLBACK");
        var other = await Rows.ListenerAsync(database);

        await ear.WaitForAsync($"{other}");
        Assert.DoesNotContain($"{listener}", ear.Told);
        await process.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Change_WhileTheConnectionIsLost_IsCaughtUp()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, server);
        await Rows.ListenerAsync(database);
        var (process, ear) = await ListenAsync(database, "plays");
        var before = ear.CaughtUp;

        await database.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'");

        await ear.WaitForAsync(() => ear.CaughtUp > before);
        await database.ExecuteAsync("UPDATE listeners SET plays_version = plays_version + 1");
        await ear.WaitForAsync("1");
        await process.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Reader_ThatFails_DoesNotKeepTheNewsFromOthers()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, server);
        await Rows.ListenerAsync(database);
        var (process, ear) = await ListenAsync(database, "plays", services => services.AddSingleton<INewsReader>(new Ear("plays") { Fails = true }));

        await database.ExecuteAsync("UPDATE listeners SET plays_version = plays_version + 1");

        await ear.WaitForAsync("1");
        await process.StopAsync(Cancellation);
    }

    private static async Task<(IHost Process, Ear Ear)> ListenAsync(TestDatabase database, string kind, Action<IServiceCollection>? register = null)
    {
        var ear = new Ear(kind);
        var process = database.Process(services =>
        {
            register?.Invoke(services);
            services.AddSingleton<INewsReader>(ear);
        });
        await process.StartAsync(Cancellation);
        await ear.WaitForAsync(() => process.Services.GetRequiredService<NewsLine>().IsOpen);
        return (process, ear);
    }

    private sealed class Ear(string kind) : INewsReader
    {
        private int _caughtUp;

        public string Kind => kind;

        public bool Fails { get; init; }

        public ConcurrentQueue<string> Told { get; } = new();

        public int CaughtUp => Volatile.Read(ref _caughtUp);

        public Task TellAsync(string id, CancellationToken cancellationToken)
        {
            Told.Enqueue(id);
            return Fails ? throw new InvalidOperationException("A page can't show it.") : Task.CompletedTask;
        }

        public Task CatchUpAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _caughtUp);
            return Task.CompletedTask;
        }

        public Task WaitForAsync(string id) => WaitForAsync(() => Told.Contains(id));

        public async Task WaitForAsync(Func<bool> condition)
        {
            for (var waited = TimeSpan.Zero; !condition(); waited += TimeSpan.FromMilliseconds(20))
            {
                Assert.True(waited < s_patience, "It was not told.");
                await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
            }
        }
    }
}
