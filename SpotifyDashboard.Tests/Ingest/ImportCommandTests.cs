using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fixtures;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>The command <c>import FILE…</c> as a process of its own, also when it is killed.</summary>
public sealed class ImportCommandTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-command-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Command_WithAnExport_PrintsTheLedgerAndEndsWithZero()
    {
        var truth = Generate(rows: 1500, rowsPerFile: 500);

        var (code, output, error) = await RunAsync(At("a"), Zip);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"{truth.Read:N0}", output, StringComparison.Ordinal);
        Assert.Contains("The account balances.", output, StringComparison.Ordinal);
        Assert.Equal(truth.Added, await CountAsync(At("a"), "plays"));
    }

    [Theory]
    [InlineData(2, "Usage")]
    [InlineData(1, "There is no file", "nowhere.zip")]
    public async Task Command_UsedWrongly_SaysSo(int code, string sentence, params string[] files)
    {
        var (ended, _, error) = await RunAsync(At("b"), files);

        Assert.Equal(code, ended);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_KilledInTheMiddleAndRunAgain_LeavesWhatOneCleanRunWould()
    {
        var truth = Generate(rows: 60_000, rowsPerFile: 6_000);
        await RunAsync(At("clean"), Zip);
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var killed = Path.Combine(database.Folder, "dashboard.db");
        foreach (var files in (int[])[2, 4])
        {
            await KillWithinAFileAsync(database, killed, files);
            Assert.Equal(files, await CountAsync(killed, "import_files"));
        }

        Assert.InRange(await CountAsync(killed, "plays"), 1, truth.Added - 1);
        var (code, _, error) = await RunAsync(killed, Zip);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(await PlaysAsync(At("clean")), await PlaysAsync(killed));
        Assert.Equal(truth.Added, await CountAsync(killed, "plays"));
    }

    /// <summary>Kills the command within the transaction of the file that follows <paramref name="files"/> stored ones, however fast the machine is.</summary>
    private async Task KillWithinAFileAsync(TestDatabase database, string path, int files)
    {
        // The ledger of that file, written last in its transaction, is never done.
        await database.ExecuteAsync(
            $"""
            CREATE VIEW endless AS WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT n FROM numbers;
            CREATE TRIGGER endless_file BEFORE UPDATE ON import_files WHEN (SELECT count(*) FROM import_files) > {files}
            BEGIN SELECT count(*) FROM endless; END
            """);
        using var process = Start(path, Zip);
        while (!process.HasExited && await CountAsync(path, "import_files") < files)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await database.ExecuteAsync("DROP TRIGGER endless_file; DROP VIEW endless");
    }

    private string Zip => Path.Combine(_folder, "my_spotify_data.zip");

    private ExportTruth Generate(int rows, int rowsPerFile) => new ExtendedExportGenerator(seed: 5, tracks: 800).WriteZip(Zip, rows, rowsPerFile);

    private async Task<(int Code, string Output, string Error)> RunAsync(string path, params string[] files)
    {
        using var process = Start(path, files);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private Process Start(string path, params string[] files)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add("import");
        foreach (var file in files)
        {
            start.ArgumentList.Add(file);
        }

        start.Environment["ConnectionStrings__Dashboard"] = $"Data Source={path}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
    }

    private string At(string folder) => Path.Combine(_folder, folder, "dashboard.db");

    private async Task<long> CountAsync(string path, string table) =>
        (await QueryAsync(path, $"SELECT count(*) FROM {table}")) is [var count] ? long.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private Task<List<string>> PlaysAsync(string path) => QueryAsync(
        path,
        """
        SELECT p.started_at || ' ' || p.ended_at || ' ' || p.ms_played || ' ' || t.spotify_id || ' ' || t.title || ' ' || p.flags || ' ' || c.reason_end
        FROM plays p JOIN tracks t ON t.id = p.track_id JOIN circumstances c ON c.id = p.circumstance_id ORDER BY 1
        """);

    /// <summary>The first column of each row; nothing while there is no such table yet.</summary>
    private async Task<List<string>> QueryAsync(string path, string sql)
    {
        var rows = new List<string>();
        if (!File.Exists(path))
        {
            return rows;
        }

        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        try
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                rows.Add(reader.GetString(0));
            }
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == 1)
        {
            // The other process has not made its tables yet.
        }

        return rows;
    }
}
