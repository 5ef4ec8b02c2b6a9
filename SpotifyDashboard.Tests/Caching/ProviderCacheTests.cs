using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Caching;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Caching;

public sealed class ProviderCacheTests(PostgresServer server)
{
    private const string Kind = "spotify/tracks";

    private readonly DrivenTime _time = new();

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Get_KeptAnswers_AreNotFetchedAgainEvenByAnotherProcess(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var source = new Source { ["a"] = "{\"name\":\"Ä\"}", ["b"] = null };

        var first = await source.GetAsync(Cache(database), "a", "b");
        var second = await source.GetAsync(Cache(database), "b", "a", "c");

        Assert.Equal(["a", "b", "c"], source.Asked);
        Assert.Equal(("{\"name\":\"Ä\"}", null), (first.Answers["a"].Body, first.Answers["b"].Body));
        Assert.Equal(first.Answers["a"], second.Answers["a"]);
        Assert.Equal(first.Answers["b"], second.Answers["b"]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Get_StaleAnswer_IsFetchedAnewAndOverwritten(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var source = new Source { ["a"] = "1" };
        var cache = Cache(database);
        await source.GetAsync(cache, "a");

        source["a"] = "2";
        _time.Advance(TimeSpan.FromHours(23));
        var fresh = await source.GetAsync(cache, "a");
        _time.Advance(TimeSpan.FromHours(1));
        var renewed = await source.GetAsync(cache, "a");

        Assert.Equal(("1", "2"), (fresh.Answers["a"].Body, renewed.Answers["a"].Body));
        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM cached_answers"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Get_ServiceFails_GivesTheOldAnswerWithItsAge(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var source = new Source { ["a"] = "1", ["nothing"] = null };
        var stored = _time.GetUtcNow();
        await source.GetAsync(Cache(database), "a", "nothing");
        _time.Advance(TimeSpan.FromDays(2));
        source.Failure = new ProviderException("spotify", Failure.Retry, "Down.");

        var answers = await source.GetAsync(Cache(database), "a", "nothing", "new");

        Assert.Equal(new CachedAnswer("1", stored, IsStale: true), Assert.Single(answers.Answers).Value);
        Assert.Equal(stored, answers.StaleSince()["a"]);
        Assert.Same(source.Failure, answers.Stopped);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Get_DamagedRow_CountsAsNoneAndIsOverwritten(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var source = new Source { ["a"] = "\"whole\"" };
        await source.GetAsync(Cache(database), "a");
        await database.ExecuteAsync(provider == DatabaseProvider.Sqlite
            ? "UPDATE cached_answers SET body = substr(body, 1, length(body) - 2)"
            : "UPDATE cached_answers SET body = substring(body from 1 for length(body) - 2)");

        var again = await source.GetAsync(Cache(database), "a");
        var third = await source.GetAsync(Cache(database), "a");

        Assert.Equal(["a", "a"], source.Asked);
        Assert.Equal(("\"whole\"", "\"whole\""), (again.Answers["a"].Body, third.Answers["a"].Body));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Forget_Prefix_HasOnlyThatFetchedAnew(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var source = new Source { ["a"] = "1", ["b"] = "2" };
        var cache = Cache(database);
        await source.GetAsync(cache, "a", "b");

        await cache.ForgetAsync("reccobeats/", Cancellation);
        await source.GetAsync(cache, "a", "b");
        await cache.ForgetIdAsync("a", Cancellation);
        await source.GetAsync(cache, "a", "b");
        await cache.ForgetAsync("spotify/", Cancellation);
        await source.GetAsync(cache, "b");

        Assert.Equal(["a", "b", "a", "b"], source.Asked);
    }

    [Fact]
    public async Task Get_SeveralCallersAtOnce_ShareOneFetch()
    {
        await using var database = await TestDatabase.CreateAsync(provider: null, server);
        var gate = new TaskCompletionSource();
        var source = new Source { ["a"] = "1", Gate = gate.Task };
        var cache = Cache(database);

        var calls = Enumerable.Range(0, 20).Select(_ => source.GetAsync(cache, "a")).ToList();
        gate.SetResult();
        var answers = await Task.WhenAll(calls);

        Assert.Equal(["a"], source.Asked);
        Assert.All(answers, answer => Assert.Equal("1", answer.Answers["a"].Body));
    }

    [Fact]
    public async Task Get_SharedFetchFails_FailsForAllWhoWaitedAndIsForgotten()
    {
        await using var database = await TestDatabase.CreateAsync(provider: null, server);
        var gate = new TaskCompletionSource();
        var source = new Source { ["a"] = "1", Gate = gate.Task, Failure = new ProviderException("spotify", Failure.Retry, "Down.") };
        var cache = Cache(database);

        var calls = Enumerable.Range(0, 5).Select(_ => source.GetAsync(cache, "a")).ToList();
        gate.SetResult();
        var answers = await Task.WhenAll(calls);
        var asked = source.Asked.Count;
        source.Failure = null;
        var after = await source.GetAsync(cache, "a");

        Assert.All(answers, answer => Assert.Same(answers[0].Stopped, answer.Stopped));
        Assert.InRange(asked, 1, 5);
        Assert.Equal("1", after.Answers["a"].Body);
    }

    [Fact]
    public async Task Get_FetchingCallerLeaves_AnotherTakesOver()
    {
        await using var database = await TestDatabase.CreateAsync(provider: null, server);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var started = new TaskCompletionSource();
        var source = new Source { ["a"] = "1" };
        var cache = Cache(database);

        var leaver = cache.GetAsync(
            Kind,
            ["a"],
            async (_, token) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                throw new InvalidOperationException("Never reached.");
            },
            leaving.Token);
        await started.Task;
        var stayer = source.GetAsync(cache, "a");
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        Assert.Equal("1", (await stayer).Answers["a"].Body);
    }

    [Fact]
    public async Task Get_MemoryIsFull_TheLongestUnusedLeavesMemoryNotTheDatabase()
    {
        await using var database = await TestDatabase.CreateAsync(provider: null, server);
        var source = new Source();
        var cache = Cache(database, ("Cache:MemoryEntries", "2"));
        await source.GetAsync(cache, "a");
        await source.GetAsync(cache, "b");
        await source.GetAsync(cache, "a");
        await source.GetAsync(cache, "c");
        await database.ExecuteAsync("DELETE FROM cached_answers");

        await source.GetAsync(cache, "a");
        await source.GetAsync(cache, "b");

        Assert.Equal(["a", "b", "c", "b"], source.Asked);
    }

    private ProviderCache Cache(TestDatabase database, params (string Key, string Value)[] settings) => database.Process(
        services =>
        {
            services.AddSingleton<TimeProvider>(_time);
            services.AddSingleton<ServiceStates>();
            services.AddCaching();
        },
        [.. settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))]).Services.GetRequiredService<ProviderCache>();

    /// <summary>A service that knows some things and counts who asks.</summary>
    private sealed class Source : Dictionary<string, string?>
    {
        public Source()
            : base(StringComparer.Ordinal)
        {
        }

        public List<string> Asked { get; } = [];

        public Task Gate { get; set; } = Task.CompletedTask;

        public ProviderException? Failure { get; set; }

        public Task<CachedAnswers> GetAsync(ProviderCache cache, params string[] ids) => cache.GetAsync(Kind, ids, FetchAsync, Cancellation);

        private async Task<FetchedAnswers> FetchAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
        {
            lock (Asked)
            {
                Asked.AddRange(ids);
            }

            await Gate;
            return Failure is null
                ? new FetchedAnswers(ids.ToDictionary(id => id, id => this.GetValueOrDefault(id)), null)
                : new FetchedAnswers(new Dictionary<string, string?>(), Failure);
        }
    }
}
