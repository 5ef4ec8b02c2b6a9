using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SpotifyDashboard.Tests.Fixtures;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>The command <c>import FILE…</c> as a process of its own, also when it is killed.</summary>
public sealed class ImportCommandTests : IDisposable
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

        var (code, output, error) = await RunAsync("a", Zip);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"{truth.Read:N0}", output, StringComparison.Ordinal);
        Assert.Contains("The account balances.", output, StringComparison.Ordinal);
        Assert.Equal(truth.Added, await CountAsync("a", "plays"));
    }

    [Theory]
    [InlineData(2, "Usage")]
    [InlineData(1, "There is no file", "nowhere.zip")]
    public async Task Command_UsedWrongly_SaysSo(int code, string sentence, params string[] files)
    {
        var (ended, _, error) = await RunAsync("b", files);

        Assert.Equal(code, ended);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_KilledInTheMiddleAndRunAgain_LeavesWhatOneCleanRunWould()
    {
        var truth = Generate(rows: 60_000, rowsPerFile: 6_000);
        await RunAsync("clean", Zip);
        for (var kills = 0; kills < 2; kills++)
        {
            using var process = Start("killed", Zip);
            var stored = await CountAsync("killed", "import_files");
            while (!process.HasExited && await CountAsync("killed", "import_files") < stored + 2)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.InRange(await CountAsync("killed", "plays"), 1, truth.Added - 1);
        var (code, _, error) = await RunAsync("killed", Zip);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(await PlaysAsync("clean"), await PlaysAsync("killed"));
        Assert.Equal(truth.Added, await CountAsync("killed", "plays"));
    }

    private string Zip => Path.Combine(_folder, "my_spotify_data.zip");

    private ExportTruth Generate(int rows, int rowsPerFile) => new ExtendedExportGenerator(seed: 5, tracks: 800).WriteZip(Zip, rows, rowsPerFile);

    private async Task<(int Code, string Output, string Error)> RunAsync(string database, params string[] files)
    {
        using var process = Start(database, files);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private Process Start(string database, params string[] files)
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

        start.Environment["ConnectionStrings__Dashboard"] = $"Data Source={PathOf(database)}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
    }

    private string PathOf(string database) => Path.Combine(_folder, database, "dashboard.db");

    private async Task<long> CountAsync(string database, string table) =>
        (await QueryAsync(database, $"SELECT count(*) FROM {table}")) is [var count] ? long.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private Task<List<string>> PlaysAsync(string database) => QueryAsync(
        database,
        """
        SELECT p.started_at || ' ' || p.ended_at || ' ' || p.ms_played || ' ' || t.spotify_id || ' ' || t.title || ' ' || p.flags || ' ' || c.reason_end
        FROM plays p JOIN tracks t ON t.id = p.track_id JOIN circumstances c ON c.id = p.circumstance_id ORDER BY 1
        """);

    /// <summary>The first column of each row; nothing while there is no such table yet.</summary>
    private async Task<List<string>> QueryAsync(string database, string sql)
    {
        var rows = new List<string>();
        if (!File.Exists(PathOf(database)))
        {
            return rows;
        }

        await using var connection = new SqliteConnection($"Data Source={PathOf(database)};Mode=ReadOnly;Pooling=False");
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
