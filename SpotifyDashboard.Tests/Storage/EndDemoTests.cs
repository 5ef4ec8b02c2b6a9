using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>The first thing of one's own ends the demo, and the demo alone.</summary>
public sealed class EndDemoTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task EndDemo_OnceCommitted_DeletesTheDemoWithAllItInventedAndNothingElse(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (demo, own) = await SeedAsync(database);
        var told = new List<int>();
        using var subscription = database.PlaysChanged.Subscribe(told.Add);

        await using (var write = await database.Writer.BeginAsync(own, Cancellation))
        {
            await write.EndDemoAsync(Cancellation);
            await write.EndDemoAsync(Cancellation);
            await write.CommitAsync(Cancellation);
        }

        Assert.Equal([demo], told);
        Assert.Equal([["You"]], await database.RowsAsync("SELECT display_name FROM listeners"));
        Assert.Equal([["Real"]], await database.RowsAsync("SELECT title FROM tracks"));
        Assert.Equal([["Real album"]], await database.RowsAsync("SELECT title FROM albums"));
        Assert.Equal([["Real artist"]], await database.RowsAsync("SELECT name FROM artists"));
        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM audio_features"));
        Assert.Equal([["3"]], await database.RowsAsync("SELECT id FROM plays"));
        Assert.Equal([["3"]], await database.RowsAsync("SELECT id FROM sightings"));
        Assert.Equal("0", await database.ScalarAsync("SELECT count(*) FROM jobs"));
        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM circumstances"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task EndDemo_RolledBack_LeavesTheDemo(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (_, own) = await SeedAsync(database);
        var told = new List<int>();
        using var subscription = database.PlaysChanged.Subscribe(told.Add);

        await using (var write = await database.Writer.BeginAsync(own, Cancellation))
        {
            await write.EndDemoAsync(Cancellation);
        }

        Assert.Empty(told);
        Assert.Equal("2", await database.ScalarAsync("SELECT count(*) FROM listeners"));
        Assert.Equal("3", await database.ScalarAsync("SELECT count(*) FROM plays"));
    }

    [Fact]
    public async Task EndDemo_WrittenByTheDemoItself_DoesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var (demo, _) = await SeedAsync(database);

        await using (var write = await database.Writer.BeginAsync(demo, Cancellation))
        {
            await write.EndDemoAsync(Cancellation);
            await write.CommitAsync(Cancellation);
        }

        Assert.Equal("2", await database.ScalarAsync("SELECT count(*) FROM listeners"));
    }

    /// <summary>A demo listener with two plays of an invented track and a job, and an own one with a play of a real track.</summary>
    private static async Task<(int Demo, int Own)> SeedAsync(TestDatabase database)
    {
        var demo = await Rows.ListenerAsync(database, isDemo: true, playsVersion: 1);
        var own = await Rows.ListenerAsync(database);
        var invented = await Rows.TrackAsync(database, "Invented", isInvented: true);
        var real = await Rows.TrackAsync(database, "Real");
        await Rows.PlayAsync(database, demo, invented, id: 1);
        await Rows.PlayAsync(database, demo, invented, id: 2);
        await Rows.PlayAsync(database, own, real, id: 3);
        await using var context = await database.OpenAsync();
        context.Jobs.Add(new JobRow { Id = Guid.NewGuid(), ListenerId = demo, Kind = "refresh", State = "succeeded" });
        await context.SaveChangesAsync(Cancellation);
        return (demo, own);
    }
}
