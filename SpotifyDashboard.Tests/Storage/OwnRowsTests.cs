using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>The walls between listeners, on every table there is, and the wall before those who may only look.</summary>
public sealed class OwnRowsTests(PostgresServer server)
{
    /// <summary>What everybody shares: tracks and what is known of them, and what the house itself keeps. A new table must be put here or carry its listener.</summary>
    private static readonly string[] s_shared =
    [
        "albums", "api_calls", "artist_genres", "artists", "audio_features", "cached_answers", "catalogue", "circumstances", "data_protection_keys", "deletions", "enrichments",
        "installation_facts", "leases", "login_attempts", "play_contexts", "replicas", "service_blocks", "service_states", "sign_in_guesses", "track_documents", "tracks", "value_origins",
    ];

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Model_EveryTable_SaysWhoseItIsAndIsFilteredOrIsListedAsShared()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var context = await database.OpenAsync();

        var entities = context.Model.GetEntityTypes().ToList();

        var owned = entities.Where(static entity => OwnRows.OwnerOf(entity) is not null).ToList();
        Assert.All(owned, static entity => Assert.NotEmpty(entity.GetDeclaredQueryFilters()));
        Assert.True(owned.Count > 25, $"Only {owned.Count} tables say whose they are.");
        Assert.Empty(entities.Except(owned).Select(static entity => entity.GetTableName()!).Except(s_shared));
    }

    [Fact]
    public async Task ScopedContext_OfEveryTableWithRowsOfTwo_SeesOnlyItsOwn()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var planted = await PlantAsync(database, 1, 2);

        using var visit = database.Services.GetRequiredService<ListenerScope>().Enter(2, isReadOnly: false);
        await using var context = await database.OpenAsync();

        Assert.All(planted, entity =>
        {
            var seen = RowsOf(context, entity);
            Assert.Equal([2], seen.Select(row => context.Entry(row).Property(OwnRows.OwnerOf(entity)!.Name).CurrentValue));
            Assert.Null(context.Find(entity.ClrType, KeyOf(context, entity, of: 1)));
        });
    }

    [Fact]
    public async Task Context_WithoutAScopeOrInTheHouse_SeesAll()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await PlantAsync(database, 1, 2);
        var scope = database.Services.GetRequiredService<ListenerScope>();

        // One after the other from one pool: a context must not remember whom it served.
        Assert.Equal(2, await CountJobsAsync(database));
        using (scope.Enter(1, isReadOnly: false))
        {
            Assert.Equal(1, await CountJobsAsync(database));
            using (scope.EnterHouse())
            {
                Assert.Equal(2, await CountJobsAsync(database));
            }

            Assert.Equal(1, await CountJobsAsync(database));
        }

        using (scope.Enter(0, isReadOnly: true))
        {
            Assert.Equal(0, await CountJobsAsync(database));
        }

        Assert.Equal(2, await CountJobsAsync(database));
    }

    [Fact]
    public async Task ScopedContext_ThatChangesOrDeletesByQuery_LeavesOthersAlone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await PlantAsync(database, 1, 2);
        var scope = database.Services.GetRequiredService<ListenerScope>();

        using (scope.Enter(2, isReadOnly: false))
        {
            await using var context = await database.OpenAsync();
            Assert.Equal(1, await context.Jobs.ExecuteUpdateAsync(row => row.SetProperty(job => job.Kind, "mine"), Cancellation));
            Assert.Equal(1, await context.ShareLinks.ExecuteDeleteAsync(Cancellation));
        }

        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM jobs WHERE kind = 'mine'"));
        Assert.Equal("1", await database.ScalarAsync("SELECT listener_id FROM share_links"));
    }

    [Fact]
    public async Task ScopedContext_GivenARowOfSomebodyElse_StoresNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var (own, other) = (await Rows.ListenerAsync(database), await Rows.ListenerAsync(database));

        using var visit = database.Services.GetRequiredService<ListenerScope>().Enter(own, isReadOnly: false);
        await using var context = await database.OpenAsync();
        context.LyricsChoices.Add(new LyricsChoiceRow { ListenerId = other });

        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Writer.BeginAsync(other, Cancellation));
        await using var write = await database.Writer.BeginAsync(own, Cancellation);
        Assert.Equal("0", await database.ScalarAsync("SELECT count(*) FROM lyrics_choices"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ReadOnlyScope_EveryWayToWrite_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database);

        using (database.Services.GetRequiredService<ListenerScope>().Enter(listener, isReadOnly: true))
        {
            await using var context = await database.OpenAsync();
            Assert.Equal(1, await context.Listeners.CountAsync(Cancellation));
            await Assert.ThrowsAsync<ReadOnlyVisitorException>(() => context.Listeners.ExecuteUpdateAsync(row => row.SetProperty(l => l.DisplayName, "x"), Cancellation));
            await Assert.ThrowsAsync<ReadOnlyVisitorException>(() => context.Listeners.ExecuteDeleteAsync(Cancellation));
            await Assert.ThrowsAsync<ReadOnlyVisitorException>(() => context.Database.ExecuteSqlRawAsync("DELETE FROM listeners", Cancellation));
            await Assert.ThrowsAsync<ReadOnlyVisitorException>(() => context.Database.ExecuteSqlRawAsync("WITH a AS (SELECT 1) DELETE FROM listeners", Cancellation));
            await Assert.ThrowsAsync<ReadOnlyVisitorException>(() => database.Writer.BeginAsync(listener, Cancellation));
            await Assert.ThrowsAsync<ReadOnlyVisitorException>(() => database.Listeners.ChangeAsync(listener, row => row.DisplayName = "x", Cancellation));
            await Assert.ThrowsAnyAsync<DbException>(() => database.ExecuteAsync("DELETE FROM listeners"));
        }

        // The connections go back to their pool: the next one must be able to write.
        await database.ExecuteAsync("UPDATE listeners SET display_name = 'Anna'");
        Assert.Equal("Anna", await database.ScalarAsync("SELECT display_name FROM listeners"));
    }

    /// <summary>One row of each listener in every table that says whose it is.</summary>
    private static async Task<IReadOnlyList<IEntityType>> PlantAsync(TestDatabase database, params int[] listeners)
    {
        await using var context = await database.OpenAsync();
        await context.Database.OpenConnectionAsync(Cancellation);
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", Cancellation);
        var entities = context.Model.GetEntityTypes().Where(static entity => OwnRows.OwnerOf(entity) is not null).ToList();
        foreach (var listener in listeners)
        {
            foreach (var entity in entities)
            {
                context.Add(PlantedRow.Of(entity, listener));
            }

            await context.SaveChangesAsync(Cancellation);
            context.ChangeTracker.Clear();
        }

        return entities;
    }

    private static List<object> RowsOf(DbContext context, IEntityType entity) =>
        [.. ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(entity.ClrType).Invoke(context, null)!)];

    private static object?[] KeyOf(DbContext context, IEntityType entity, int of)
    {
        var row = context.Entry(PlantedRow.Of(entity, of));
        return [.. entity.FindPrimaryKey()!.Properties.Select(property => row.Property(property.Name).CurrentValue)];
    }

    private static async Task<int> CountJobsAsync(TestDatabase database)
    {
        await using var context = await database.OpenAsync();
        return await context.Jobs.CountAsync(Cancellation);
    }
}
