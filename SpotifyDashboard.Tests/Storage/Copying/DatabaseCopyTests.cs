using System.Globalization;
using Microsoft.Data.Sqlite;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Copying;

namespace SpotifyDashboard.Tests.Storage.Copying;

/// <summary>Everything of a SQLite database, copied into an empty PostgreSQL database or not at all.</summary>
public sealed class DatabaseCopyTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copy_EveryTableWithAnyValues_ArrivesWholeAndLeavesTheSourceAsItWas()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        var (tables, model) = await AnyRows.TablesAsync(postgres);
        await AnyRows.FillAsync(sqlite, tables, model);
        SqliteConnection.ClearAllPools();
        var file = await File.ReadAllBytesAsync(TestCopy.PathOf(sqlite), Cancellation);

        var output = await TestCopy.RunAsync(sqlite, postgres);

        Assert.Equal(await DatabaseContent.ReadAsync(sqlite, tables), await DatabaseContent.ReadAsync(postgres, tables));
        var stored = await sqlite.RowsAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY 1");
        Assert.Equal(stored.Select(row => row[0]), tables.Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.All(tables, table => Assert.Contains($"{table.Name}: {(table.Name == "circumstances" ? 4 : 3)} rows, checksum ", output, StringComparison.Ordinal));
        Assert.Contains("counts and checksums agree", output, StringComparison.Ordinal);
        Assert.Equal(file, await File.ReadAllBytesAsync(TestCopy.PathOf(sqlite), Cancellation));
    }

    [Fact]
    public async Task Copy_NumberedRows_AreNumberedOnBehindAllThatEverWere()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        await sqlite.ExecuteAsync("INSERT INTO artists (id, spotify_id, name) VALUES (41, '', 'Kept'), (42, '', 'Gone'); DELETE FROM artists WHERE id = 42");

        await TestCopy.RunAsync(sqlite, postgres);

        Assert.Equal("43", await postgres.ScalarAsync("INSERT INTO artists (spotify_id, name) VALUES ('', 'New') RETURNING id"));
        Assert.Equal("1", await postgres.ScalarAsync("INSERT INTO albums (spotify_id, artist_id, title) VALUES ('', 41, 'First') RETURNING id"));
    }

    [Fact]
    public async Task Copy_TargetThatIsNotEmpty_IsRefusedAndStaysAsItIs()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, server);
        await Rows.ListenerAsync(sqlite);
        var (tables, _) = await AnyRows.TablesAsync(postgres);
        await Rows.ListenerAsync(postgres);
        var before = await DatabaseContent.ReadAsync(postgres, tables);

        var refusal = await Assert.ThrowsAsync<CopyException>(() => TestCopy.RunAsync(sqlite, postgres));

        Assert.Contains("not empty: there are rows in ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("listeners", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await DatabaseContent.ReadAsync(postgres, tables));
    }

    [Fact]
    public async Task Copy_EndedHalfWay_LeavesTheTargetEmptyAndCanBeRepeated()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        var (tables, model) = await AnyRows.TablesAsync(postgres);
        await AnyRows.FillAsync(sqlite, tables, model);

        await Assert.ThrowsAsync<IOException>(() => TestCopy.RunAsync(sqlite, postgres, new BrokenPipe("plays: ")));

        Assert.Equal("0", await postgres.ScalarAsync("SELECT count(*) FROM artists"));
        Assert.Equal("1", await postgres.ScalarAsync("SELECT count(*) FROM circumstances"));
        await TestCopy.RunAsync(sqlite, postgres);
        Assert.Equal(await DatabaseContent.ReadAsync(sqlite, tables), await DatabaseContent.ReadAsync(postgres, tables));
    }

    [Fact]
    public async Task Copy_RowsThatChangeOnTheirWay_IsNoticedAndNothingIsKept()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, server);
        await Rows.TrackAsync(sqlite, "One");
        await postgres.ExecuteAsync(
            """
            CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := upper(NEW.name); RETURN NEW; END $$;
            CREATE TRIGGER shouting BEFORE INSERT ON artists FOR EACH ROW EXECUTE FUNCTION shout()
            """);

        var refusal = await Assert.ThrowsAsync<CopyException>(() => TestCopy.RunAsync(sqlite, postgres));

        Assert.StartsWith("The table artists did not arrive as it left", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("0", await postgres.ScalarAsync("SELECT count(*) FROM artists"));
    }

    [Fact]
    public async Task Copy_TextWithANul_ComesWithoutItAndIsToldOf()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        await sqlite.ExecuteAsync("INSERT INTO artists (spotify_id, name) VALUES ('', 'A' || char(0) || 'B')");

        var output = await TestCopy.RunAsync(sqlite, postgres);

        Assert.Contains("1 texts had a NUL character", output, StringComparison.Ordinal);
        Assert.Equal("AB", await postgres.ScalarAsync("SELECT name FROM artists"));
    }

    [Fact]
    public async Task Copy_SourceWrittenToMeanwhile_IsOfOneMomentAndSaysSo()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        await Rows.TrackAsync(sqlite, "One");
        var output = new Interrupting("artists: ", () => Rows.TrackAsync(sqlite, "Two"));

        await TestCopy.RunAsync(sqlite, postgres, output);

        Assert.Contains("changed while it was copied", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(("2", "1"), (await sqlite.ScalarAsync("SELECT count(*) FROM tracks"), await postgres.ScalarAsync("SELECT count(*) FROM tracks")));
    }

    [Fact]
    public async Task Copy_SourceThatIsNone_SaysWhatItIs()
    {
        await using var sqlite = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        var path = TestCopy.PathOf(sqlite);

        Assert.Contains("There is no database", (await Assert.ThrowsAsync<CopyException>(() => TestCopy.RunAsync(sqlite, postgres))).Message, StringComparison.Ordinal);

        await File.WriteAllTextAsync(path, "This is no database, but a text that is long enough to have a header.", Cancellation);
        Assert.Contains("can't be read", (await Assert.ThrowsAsync<CopyException>(() => TestCopy.RunAsync(sqlite, postgres))).Message, StringComparison.Ordinal);

        File.Delete(path);
        await sqlite.ExecuteAsync("CREATE TABLE other (id INTEGER)");
        Assert.Contains("holds no dashboard", (await Assert.ThrowsAsync<CopyException>(() => TestCopy.RunAsync(sqlite, postgres))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_SourceOfAnotherVersion_SaysWhichAndWhatToDo()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        var newest = await sqlite.ScalarAsync("SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\"");

        await sqlite.ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '10')");
        Assert.Contains("29990101000000_Later", (await Assert.ThrowsAsync<CopyException>(() => TestCopy.RunAsync(sqlite, postgres))).Message, StringComparison.Ordinal);

        await sqlite.ExecuteAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" IN ('29990101000000_Later', '{newest}')");
        Assert.Contains($"it lacks the migration {newest}", (await Assert.ThrowsAsync<CopyException>(() => TestCopy.RunAsync(sqlite, postgres))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_TargetThatDoesNotAnswer_SaysSo()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);

        var refusal = await Assert.ThrowsAsync<CopyException>(() => TestCopy.Of(sqlite).RunAsync(TestCopy.PathOf(sqlite), "Host=127.0.0.1;Port=1;Username=nobody;Password=hidden", TextWriter.Null, Cancellation));

        Assert.StartsWith("PostgreSQL does not answer", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Does something else, once, before a line that begins in a certain way.</summary>
    private class Interrupting(string before, Func<Task> interrupt) : StringWriter(CultureInfo.InvariantCulture)
    {
        private bool _happened;

        public override async Task WriteLineAsync(string? value)
        {
            if (!_happened && value?.StartsWith(before, StringComparison.Ordinal) == true)
            {
                _happened = true;
                await interrupt();
            }

            await base.WriteLineAsync(value);
        }
    }

    private sealed class BrokenPipe(string before) : Interrupting(before, static () => throw new IOException("Nobody reads any more."));
}
