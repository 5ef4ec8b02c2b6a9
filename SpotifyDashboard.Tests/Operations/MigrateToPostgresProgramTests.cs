using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;
using SpotifyDashboard.Tests.Storage.Copying;

namespace SpotifyDashboard.Tests.Operations;

/// <summary>The command <c>migrate-to-postgres</c> of the real program: its words, its exit codes, and a death in the middle.</summary>
public sealed class MigrateToPostgresProgramTests(PostgresServer server)
{
    private const int Gate = 4711;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrate_ToAnEmptyDatabase_CopiesOnceAndRefusesTheSecondTime()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        await Rows.PlayAsync(sqlite, await Rows.ListenerAsync(sqlite), await Rows.TrackAsync(sqlite, "One"), 1);

        var first = await RunAsync(sqlite, UrlOf(postgres));
        var second = await RunAsync(sqlite, UrlOf(postgres));

        Assert.True(first.Code == 0, first.Error);
        Assert.Contains("plays: 1 rows, checksum ", first.Output, StringComparison.Ordinal);
        Assert.Contains("counts and checksums agree", first.Output, StringComparison.Ordinal);
        Assert.Equal("1", await postgres.ScalarAsync("SELECT count(*) FROM plays"));
        Assert.Equal(1, second.Code);
        Assert.StartsWith("The PostgreSQL database is not empty: ", Assert.Single(Lines(second.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_WithTheTargetAsTheOnlySetting_TakesTheFileItIsGiven()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        await Rows.TrackAsync(sqlite, "One");

        var outcome = await RunAsync(null, UrlOf(postgres), "--from", TestCopy.PathOf(sqlite));

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal("1", await postgres.ScalarAsync("SELECT count(*) FROM tracks"));
    }

    [Theory]
    [InlineData("--to")]
    [InlineData("--from")]
    [InlineData("mysql://here/there")]
    public async Task Migrate_UsedWrongly_SaysHow(string argument)
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);

        var outcome = await RunAsync(sqlite, url: null, argument);

        Assert.Equal(2, outcome.Code);
        Assert.NotEmpty(outcome.Error);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_KilledInTheMiddle_LeavesTheTargetEmptyAndSucceedsTheNextTime()
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var postgres = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, server);
        await Rows.PlayAsync(sqlite, await Rows.ListenerAsync(sqlite), await Rows.TrackAsync(sqlite, "One"), 1);

        // Plays don't get in as long as the test holds the gate; what they refer to is there by then.
        await postgres.ExecuteAsync(string.Create(CultureInfo.InvariantCulture,
            $"""
            CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock({Gate}); RETURN NEW; END $$;
            CREATE TRIGGER waiting BEFORE INSERT ON plays FOR EACH ROW EXECUTE FUNCTION wait()
            """));
        await using (var gate = new NpgsqlConnection(postgres.ConnectionString + ";Pooling=false"))
        {
            await gate.OpenAsync(Cancellation);
            await using var hold = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_lock({Gate})"), gate);
            await hold.ExecuteNonQueryAsync(Cancellation);
            using var program = Start(sqlite, UrlOf(postgres));
            await UntilAsync(postgres, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'", "1", program);
            program.Kill();
            await program.WaitForExitAsync(Cancellation);
            Assert.Equal("0", await postgres.ScalarAsync("SELECT count(*) FROM tracks"));
        }

        await UntilAsync(postgres, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY %'", "0");
        Assert.Equal("0", await postgres.ScalarAsync("SELECT (SELECT count(*) FROM tracks) + (SELECT count(*) FROM plays)"));
        var again = await RunAsync(sqlite, UrlOf(postgres));
        Assert.True(again.Code == 0, again.Error);
        Assert.Equal("1", await postgres.ScalarAsync("SELECT count(*) FROM plays"));
    }

    private static async Task UntilAsync(TestDatabase database, string sql, string answer, Process? alive = null)
    {
        while (await database.ScalarAsync(sql) != answer)
        {
            Assert.False(alive?.HasExited ?? false, "The program ended before it was killed.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        }
    }

    private static string UrlOf(TestDatabase postgres)
    {
        var told = new NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        return string.Create(CultureInfo.InvariantCulture, $"postgres://{told.Username}@{told.Host}:{told.Port}/{told.Database}");
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static Process Start(TestDatabase? sqlite, string? url, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SpotifyDashboard.dll"), "migrate-to-postgres", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (sqlite is not null)
        {
            start.Environment["ConnectionStrings__Dashboard"] = sqlite.ConnectionString;
        }

        if (url is not null)
        {
            start.Environment["DATABASE_URL"] = url;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(TestDatabase? sqlite, string? url, params string[] arguments)
    {
        using var program = Start(sqlite, url, arguments);
        var (output, error) = (program.StandardOutput.ReadToEndAsync(Cancellation), program.StandardError.ReadToEndAsync(Cancellation));
        await program.WaitForExitAsync(Cancellation);
        return (program.ExitCode, await output, await error);
    }
}
