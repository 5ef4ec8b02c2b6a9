using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>The one way to write plays.</summary>
public sealed class StorageWriterTests(PostgresServer server)
{
    private const string AddArtist = "INSERT INTO artists (spotify_id, name) VALUES ('', 'Written')";

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task SecondWriter_OfTheProcess_WaitsForTheFirst(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database);
        var first = await database.Writer.BeginAsync(listener, Cancellation);

        var second = database.Writer.BeginAsync(listener, Cancellation);
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();
        await using var write = await second;
        Assert.Equal(listener, write.ListenerId);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Writers_OfTwoProcesses_CountTogetherWithoutLosingOne(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database);
        StorageWriter[] writers = [database.Writer, database.Process().Services.GetRequiredService<StorageWriter>()];

        await Task.WhenAll(writers.Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < 10; round++)
            {
                await using var write = await writer.BeginAsync(listener, Cancellation);
                write.MarkAdded();
                await write.CommitAsync(Cancellation);
            }
        })).ToList());

        Assert.Equal("20", await database.ScalarAsync("SELECT plays_version FROM listeners"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Dispose_WithoutCommit_RollsBackAndTellsNobody(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database);
        var told = new List<int>();
        using var subscription = database.PlaysChanged.Subscribe(told.Add);

        await using (var write = await database.Writer.BeginAsync(listener, Cancellation))
        {
            await write.ExecuteAsync(AddArtist, Cancellation);
            write.MarkRewritten();
        }

        Assert.Equal("0", await database.ScalarAsync("SELECT count(*) FROM artists"));
        Assert.Equal("0", await database.ScalarAsync("SELECT plays_version FROM listeners"));
        Assert.Empty(told);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Commit_OfAddedPlays_RaisesTheVersionAndTellsAfterwards(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database);
        await Rows.ListenerAsync(database);
        var seen = new List<(int Listener, int Artists)>();
        using var subscription = database.PlaysChanged.Subscribe(changed =>
        {
            using var context = database.Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContext();
            seen.Add((changed, context.Artists.Count()));
        });

        await using (var write = await database.Writer.BeginAsync(listener, Cancellation))
        {
            await write.ExecuteAsync(AddArtist, Cancellation);
            write.MarkAdded();
            Assert.Empty(seen);
            await write.CommitAsync(Cancellation);
        }

        Assert.Equal([(listener, 1)], seen);
        Assert.Equal(
            [["1", "0"], ["0", "0"]],
            await database.RowsAsync("SELECT plays_version, rewritten_at_version FROM listeners ORDER BY id"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Commit_OfRewrittenPlays_NamesTheVersionAtWhichTheyWere(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database, playsVersion: 4);

        await using (var write = await database.Writer.BeginAsync(listener, Cancellation))
        {
            write.MarkRewritten();
            await write.CommitAsync(Cancellation);
        }

        Assert.Equal([["5", "5"]], await database.RowsAsync("SELECT plays_version, rewritten_at_version FROM listeners"));
    }

    [Fact]
    public async Task Commit_WithNothingMarked_TellsNobody()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var listener = await Rows.ListenerAsync(database);
        var told = new List<int>();
        using var subscription = database.PlaysChanged.Subscribe(told.Add);

        await using (var write = await database.Writer.BeginAsync(listener, Cancellation))
        {
            await write.ExecuteAsync(AddArtist, Cancellation);
            await write.CommitAsync(Cancellation);
        }

        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM artists"));
        Assert.Empty(told);
    }

    [Fact]
    public async Task Begin_ThatWasCancelled_LeavesTheTurnToOthers()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var listener = await Rows.ListenerAsync(database);
        using var cancelled = new CancellationTokenSource();
        var first = await database.Writer.BeginAsync(listener, Cancellation);
        var second = database.Writer.BeginAsync(listener, cancelled.Token);

        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await first.DisposeAsync();

        await using var third = await database.Writer.BeginAsync(listener, Cancellation);
        Assert.Equal(listener, third.ListenerId);
    }

    [Fact]
    public async Task Dispose_CalledTwice_GivesTheTurnBackOnce()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var listener = await Rows.ListenerAsync(database);
        var first = await database.Writer.BeginAsync(listener, Cancellation);

        await first.DisposeAsync();
        await first.DisposeAsync();

        await using var second = await database.Writer.BeginAsync(listener, Cancellation);
        var third = database.Writer.BeginAsync(listener, Cancellation);
        Assert.False(third.IsCompleted);
        await second.DisposeAsync();
        await (await third).DisposeAsync();
    }

    [Fact]
    public async Task Transaction_OnSqlite_HoldsTheWriteLockFromItsBeginning()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var listener = await Rows.ListenerAsync(database);

        await using var write = await database.Writer.BeginAsync(listener, Cancellation);

        await using var other = new SqliteConnection(database.ConnectionString + ";Default Timeout=1;Pooling=False");
        await other.OpenAsync(Cancellation);
        await using var command = other.CreateCommand();
        command.CommandText = AddArtist;
        var refusal = await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync(Cancellation));
        Assert.Equal(5, refusal.SqliteErrorCode);
    }
}
