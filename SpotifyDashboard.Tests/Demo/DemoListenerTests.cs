using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Demo;

public sealed class DemoListenerTests(PostgresServer server)
{
    private const string Counts =
        "SELECT (SELECT COUNT(*) FROM listeners), (SELECT COUNT(*) FROM sightings), (SELECT COUNT(*) FROM plays), (SELECT COUNT(*) FROM tracks)";

    private readonly FixedTime _time = new(new DateTimeOffset(2026, 11, 20, 21, 30, 0, TimeSpan.Zero));

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Ensure_OnAnEmptyDatabase_StoresPlaysThatEndJustNow(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);

        var made = await Demo(database).EnsureAsync(TestContext.Current.CancellationToken);

        Assert.True(made);
        Assert.Equal(await database.ScalarAsync("SELECT COUNT(*) FROM sightings"), await database.ScalarAsync("SELECT COUNT(*) FROM plays"));
        var last = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(await database.ScalarAsync("SELECT MAX(ended_at) FROM plays") ?? "0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(_time.Now - last, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Assert.True((await database.Listeners.FindCurrentAsync(TestContext.Current.CancellationToken))?.IsDemo);
        Assert.Equal("0", await database.ScalarAsync("SELECT COUNT(*) FROM tracks WHERE NOT is_invented"));
        Assert.Equal("0", await database.ScalarAsync("SELECT COUNT(*) FROM plays p JOIN sightings s ON s.id = p.id WHERE s.ended_at <> p.ended_at OR s.source <> 5 OR p.source <> 5"));
    }

    [Fact]
    public async Task Ensure_CalledAgain_ChangesNothing()
    {
        await using var database = await SqliteAsync();
        await Demo(database).EnsureAsync(TestContext.Current.CancellationToken);
        var before = await database.RowsAsync(Counts);

        Assert.False(await Demo(database).EnsureAsync(TestContext.Current.CancellationToken));

        Assert.Equal(before, await database.RowsAsync(Counts));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Ensure_InTwoProcessesAtOnce_MakesOne(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (one, other) = (Demo(database), Demo(database));

        var made = await Task.WhenAll(
            Task.Run(() => one.EnsureAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken),
            Task.Run(() => other.EnsureAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));

        Assert.Single(made, isMade => isMade);
        Assert.Equal("1", await database.ScalarAsync("SELECT COUNT(*) FROM listeners"));
    }

    [Fact]
    public async Task Ensure_WhereSomethingOwnIsStored_MakesNone()
    {
        await using var database = await SqliteAsync();
        await StoreOwnPlayAsync(database);

        Assert.False(await Demo(database).EnsureAsync(TestContext.Current.CancellationToken));

        Assert.Equal("1", await database.ScalarAsync("SELECT COUNT(*) FROM listeners"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Demo_FirstOwnPlayStored_GoesWithAllThatWasMadeUp(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        await Demo(database).EnsureAsync(TestContext.Current.CancellationToken);

        await StoreOwnPlayAsync(database);

        Assert.Equal([["1", "0", "0", "1"]], await database.RowsAsync(Counts));
        Assert.Equal("0", await database.ScalarAsync("SELECT COUNT(*) FROM audio_features"));
        Assert.Equal("1", await database.ScalarAsync("SELECT COUNT(*) FROM artists"));
        Assert.False((await database.Listeners.FindCurrentAsync(TestContext.Current.CancellationToken))?.IsDemo);
    }

    [Fact]
    public async Task Demo_BesideAnOwnListenerWithoutPlays_IsMixedWithNothing()
    {
        await using var database = await SqliteAsync();
        var process = database.Process(services =>
        {
            services.AddSingleton<TimeProvider>(_time);
            services.AddJobs();
            services.AddStatistics();
            services.AddMoods();
            services.AddDemo();
        }).Services;
        await process.GetRequiredService<DemoListener>().EnsureAsync(TestContext.Current.CancellationToken);
        var own = await database.Listeners.GetOrCreateOwnAsync(TestContext.Current.CancellationToken);
        var logs = process.GetRequiredService<ListeningLogs>();

        var current = await database.Listeners.FindCurrentAsync(TestContext.Current.CancellationToken);
        var ownLog = await logs.GetAsync(own, TestContext.Current.CancellationToken);
        var demoLog = await logs.GetAsync(current?.Id ?? 0, TestContext.Current.CancellationToken);

        Assert.True(current?.IsDemo);
        Assert.Equal((0, 0), (ownLog.Count, ownLog.Catalogue.Tracks.Count));
        Assert.Equal(await database.ScalarAsync("SELECT COUNT(*) FROM plays"), demoLog.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Remove_OfAMadeDemo_LeavesNothingAndTellsPages()
    {
        await using var database = await SqliteAsync();
        var services = Process(database);
        await services.GetRequiredService<DemoListener>().EnsureAsync(TestContext.Current.CancellationToken);
        var told = new List<int>();
        using var subscription = services.GetRequiredService<SpotifyDashboard.Listening.PlaysChanged>().Subscribe(told.Add);

        await services.GetRequiredService<DemoListener>().RemoveAsync(TestContext.Current.CancellationToken);

        Assert.Equal([["0", "0", "0", "0"]], await database.RowsAsync(Counts));
        Assert.Single(told);
    }

    [Fact]
    public async Task PlayOn_PressedTwiceAtOnce_AddsACountedPlayEachTime()
    {
        await using var database = await SqliteAsync();
        var services = Process(database);
        await services.GetRequiredService<DemoListener>().EnsureAsync(TestContext.Current.CancellationToken);
        var listener = await database.Listeners.FindCurrentAsync(TestContext.Current.CancellationToken);
        var player = services.GetRequiredService<DemoPlayer>();
        var highest = await database.ScalarAsync("SELECT MAX(id) FROM plays");

        var first = await player.PlayOnAsync(listener?.Id ?? 0, TestContext.Current.CancellationToken);
        _time.Now += TimeSpan.FromMilliseconds(200);
        var second = await player.PlayOnAsync(listener?.Id ?? 0, TestContext.Current.CancellationToken);

        Assert.Equal((1, 1), (first, second));
        Assert.Equal("2", await database.ScalarAsync($"SELECT COUNT(*) FROM plays WHERE id > {highest} AND ms_played > 30000"));
        Assert.Equal(_time.Now.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), await database.ScalarAsync("SELECT MAX(ended_at) FROM plays"));
        Assert.Equal("3", await database.ScalarAsync("SELECT plays_version FROM listeners"));
    }

    [Fact]
    public async Task PlayOn_AfterAWeek_AddsTheWeek()
    {
        await using var database = await SqliteAsync();
        var services = Process(database);
        await services.GetRequiredService<DemoListener>().EnsureAsync(TestContext.Current.CancellationToken);
        var listener = await database.Listeners.FindCurrentAsync(TestContext.Current.CancellationToken);
        _time.Now += TimeSpan.FromDays(7);

        var added = await services.GetRequiredService<DemoPlayer>().PlayOnAsync(listener?.Id ?? 0, TestContext.Current.CancellationToken);

        Assert.InRange(added, 40, 250);
    }

    [Fact]
    public async Task PlayOn_ForAnOwnListener_AddsNothing()
    {
        await using var database = await SqliteAsync();
        var own = await StoreOwnPlayAsync(database);

        Assert.Equal(0, await Process(database).GetRequiredService<DemoPlayer>().PlayOnAsync(own, TestContext.Current.CancellationToken));
    }

    private static async Task<int> StoreOwnPlayAsync(TestDatabase database)
    {
        var own = await database.Listeners.GetOrCreateOwnAsync(TestContext.Current.CancellationToken);
        await using var write = await database.Writer.BeginAsync(own, TestContext.Current.CancellationToken);
        await write.EndDemoAsync(TestContext.Current.CancellationToken);
        await write.ExecuteAsync("INSERT INTO artists (spotify_id, name) VALUES ('', 'Somebody')", TestContext.Current.CancellationToken);
        await write.ExecuteAsync(
            "INSERT INTO tracks (name_key, title, artist_id, named_at, is_invented) SELECT 'x', 'A song', MAX(id), 0, false FROM artists",
            TestContext.Current.CancellationToken);
        write.MarkAdded();
        await write.CommitAsync(TestContext.Current.CancellationToken);
        return own;
    }

    private Task<TestDatabase> SqliteAsync() => TestDatabase.CreateAsync(provider: null, server);

    private DemoListener Demo(TestDatabase database) => Process(database).GetRequiredService<DemoListener>();

    private IServiceProvider Process(TestDatabase database) => database.Process(services =>
    {
        services.AddSingleton<TimeProvider>(_time);
        services.AddJobs();
        services.AddDemo();
    }).Services;
}
