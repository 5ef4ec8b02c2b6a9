using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.People;
using SpotifyDashboard.SignIn.People.Deletion;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.People;

/// <summary>Deleting somebody for good, on every table there is, with its receipt.</summary>
public sealed class DeletionTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Delete_OfAListenerWithARowInEveryTable_LeavesNoneAndTouchesNobodyElse(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var tables = await PlantedPeople.PlantAsync(database, 1, 2);
        var process = Process(database);
        var gone = new List<int>();
        using var subscription = process.Services.GetRequiredService<ListenerGone>().Subscribe(gone.Add);

        var number = await DeleteAsync(process, 1);

        foreach (var (table, owner) in tables)
        {
            Assert.Equal((table, "2"), (table, string.Join(',', (await database.RowsAsync($"SELECT {owner} FROM {table}")).Select(row => row[0]))));
        }

        Assert.Equal([1], gone);
        var row = await process.Services.GetRequiredService<ListenerDeletion>().FindAsync(number, Cancellation);
        var receipt = DeletionReceipt.Parse(row?.Document ?? "");
        Assert.Null(row?.SubjectId);
        Assert.Equal(tables.Select(table => table.Table).Order(), receipt.Deleted.Where(rows => rows.Rows == 1).Select(rows => rows.Table).Order());
        Assert.DoesNotContain("planted", row?.Document, StringComparison.Ordinal);
        Assert.Equal(DeletionReceipt.ChecksumOf(row?.Document ?? ""), row?.Checksum);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Delete_EndedInTheMiddle_HasDeletedNothingAndIsFinishedByTheNextProcess(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var tables = await PlantedPeople.PlantAsync(database, 1, 2);
        var first = Process(database);
        var before = await CountAsync(database, tables);
        await ForbidAsync(database, "listeners");

        var number = await first.Services.GetRequiredService<ListenerDeletion>().AskAsync(1, byOwner: false, successor: null, Cancellation);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => first.Services.GetRequiredService<DeletionRunner>().RunAsync(Cancellation));
        var after = await CountAsync(database, tables);
        await database.ExecuteAsync(provider == DatabaseProvider.Sqlite ? "DROP TRIGGER forbidden" : "DROP TRIGGER forbidden ON listeners");
        var next = Process(database);
        await next.Services.GetRequiredService<DeletionRunner>().RunAsync(Cancellation);
        await next.Services.GetRequiredService<DeletionRunner>().RunAsync(Cancellation);

        Assert.Equal(before, after);
        Assert.Equal(before / 2, await CountAsync(database, tables));
        Assert.NotNull((await next.Services.GetRequiredService<ListenerDeletion>().FindAsync(number, Cancellation))?.DoneAt);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Delete_WhileAJobOfAnotherRuns_LeavesTheCatalogueUntilItHasEnded(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (own, other) = (await Rows.ListenerAsync(database), await Rows.ListenerAsync(database));
        var (mine, ours) = (await Rows.TrackAsync(database, "Mine"), await Rows.TrackAsync(database, "Ours"));
        await Rows.PlayAsync(database, own, mine, 1);
        await Rows.PlayAsync(database, own, ours, 2);
        await Rows.PlayAsync(database, other, ours, 3);
        await database.ExecuteAsync("UPDATE plays SET context_id = 7 WHERE id = 1; INSERT INTO play_contexts (id, uri) VALUES (7, 'spotify:playlist:mine')");
        await database.ExecuteAsync($"INSERT INTO jobs (id, listener_id, kind, state, done, created_at, updated_at) VALUES ('{Guid.NewGuid()}', {other}, 'import', 'running', 0, 0, 0)");
        var process = Process(database);
        var logs = process.Services.GetRequiredService<ListeningLogs>();
        Assert.Equal(2, (await logs.GetAsync(own, Cancellation)).Count);

        var number = await DeleteAsync(process, own);
        Assert.StartsWith("0 listening logs", logs.Describe(), StringComparison.Ordinal);
        var during = (await database.RowsAsync("SELECT title FROM tracks ORDER BY title"), await process.Services.GetRequiredService<ListenerDeletion>().FindAsync(number, Cancellation));
        await database.ExecuteAsync("UPDATE jobs SET state = 'succeeded'");
        await process.Services.GetRequiredService<DeletionRunner>().RunAsync(Cancellation);
        var receipt = DeletionReceipt.Parse((await process.Services.GetRequiredService<ListenerDeletion>().FindAsync(number, Cancellation))?.Document ?? "");

        Assert.Equal([["Mine"], ["Ours"]], during.Item1);
        Assert.Equal((true, false), (during.Item2?.ErasedAt is not null, during.Item2?.DoneAt is not null));
        Assert.Equal([["Ours"]], await database.RowsAsync("SELECT title FROM tracks"));
        Assert.Equal([["Ours album"]], await database.RowsAsync("SELECT title FROM albums"));
        Assert.Equal([["Ours artist"]], await database.RowsAsync("SELECT name FROM artists"));
        Assert.Equal("0", await database.ScalarAsync("SELECT count(*) FROM play_contexts"));
        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM audio_features"));
        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM circumstances"));
        Assert.Equal([("sightings", 2), ("tracks", 1)], receipt.Deleted.Where(rows => rows.Table is "sightings" or "tracks").Select(rows => (rows.Table, rows.Rows)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Ask_ByTheOnlyOwner_IsRefusedUntilSomebodyElseIsNamed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (own, other) = (await Rows.ListenerAsync(database), await Rows.ListenerAsync(database));
        var (_, heir) = (await AccountAsync(database, own, VisitorRole.Owner), await AccountAsync(database, other, VisitorRole.Listener));
        var guest = await AccountAsync(database, own, VisitorRole.Guest);
        var process = Process(database);
        var deletion = process.Services.GetRequiredService<ListenerDeletion>();

        var alone = await Assert.ThrowsAsync<DeletionRefusedException>(() => deletion.AskAsync(own, byOwner: false, successor: null, Cancellation));
        await Assert.ThrowsAsync<DeletionRefusedException>(() => deletion.AskAsync(own, byOwner: false, successor: guest, Cancellation));
        Assert.Equal("3", await database.ScalarAsync("SELECT count(*) FROM accounts WHERE closed_at IS NULL"));
        var number = await deletion.AskAsync(own, byOwner: false, heir, Cancellation);

        Assert.Contains("only owner", alone.Message, StringComparison.Ordinal);
        Assert.Equal(number, await deletion.AskAsync(own, byOwner: true, successor: null, Cancellation));
        Assert.Equal([[$"{heir}", "2"]], await database.RowsAsync("SELECT id, role FROM accounts WHERE closed_at IS NULL"));
        await process.Services.GetRequiredService<DeletionRunner>().RunAsync(Cancellation);
        Assert.Equal([[$"{heir}"]], await database.RowsAsync("SELECT id FROM accounts"));
    }

    [Fact]
    public async Task AskForGuest_LeavesTheHostAlone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var host = await Rows.ListenerAsync(database);
        var (owner, guest) = (await AccountAsync(database, host, VisitorRole.Owner), await AccountAsync(database, host, VisitorRole.Guest));
        await database.ExecuteAsync($"INSERT INTO sessions (token_hash, account_id, listener_id, label, created_at, last_seen_at, expires_at) VALUES ('a', {guest}, {host}, 'Firefox', 0, 0, 0), ('b', {owner}, {host}, 'Firefox', 0, 0, 0)");
        var process = Process(database);
        var deletion = process.Services.GetRequiredService<ListenerDeletion>();

        await Assert.ThrowsAsync<DeletionRefusedException>(() => deletion.AskForGuestAsync(owner, byOwner: false, Cancellation));
        var number = await deletion.AskForGuestAsync(guest, byOwner: false, Cancellation);
        await process.Services.GetRequiredService<DeletionRunner>().RunAsync(Cancellation);

        Assert.Equal([[$"{owner}"]], await database.RowsAsync("SELECT id FROM accounts"));
        Assert.Equal([["b"]], await database.RowsAsync("SELECT token_hash FROM sessions"));
        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM listeners"));
        Assert.Equal("guest", DeletionReceipt.Parse((await deletion.FindAsync(number, Cancellation))?.Document ?? "").AskedBy);
    }

    private static IHost Process(TestDatabase database) => database.Process(static services => services.AddListeningLogs().AddJobs().AddPeople());

    private static async Task<string> DeleteAsync(IHost process, int listener)
    {
        var number = await process.Services.GetRequiredService<ListenerDeletion>().AskAsync(listener, byOwner: false, successor: null, Cancellation);
        await process.Services.GetRequiredService<DeletionRunner>().RunAsync(Cancellation);
        return number;
    }

    private static async Task<int> AccountAsync(TestDatabase database, int listener, VisitorRole role)
    {
        await using var context = await database.OpenAsync();
        var account = new AccountRow { ListenerId = listener, DisplayName = "Somebody", Role = (byte)role };
        context.Accounts.Add(account);
        await context.SaveChangesAsync(Cancellation);
        return account.Id;
    }

    private static async Task<long> CountAsync(TestDatabase database, IReadOnlyList<(string Table, string Owner)> tables)
    {
        var all = string.Join(" + ", tables.Select(table => $"(SELECT count(*) FROM {table.Table})"));
        return long.Parse(await database.ScalarAsync($"SELECT {all}") ?? "", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Has the database end whoever deletes from a table, as a power cut would.</summary>
    private static Task ForbidAsync(TestDatabase database, string table) => database.ExecuteAsync(database.Provider == DatabaseProvider.Sqlite
        ? $"CREATE TRIGGER forbidden BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'forbidden'); END"
        : $"""
           CREATE FUNCTION forbid() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'forbidden'; END $$ LANGUAGE plpgsql;
           CREATE TRIGGER forbidden BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION forbid()
           """);
}
