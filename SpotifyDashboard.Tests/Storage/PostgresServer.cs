using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using SpotifyDashboard.Tests.House;
using SpotifyDashboard.Tests.Storage;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace SpotifyDashboard.Tests.Storage;

/// <summary>A PostgreSQL server of this test run alone: made in a temporary folder when the first test asks for a database, gone with the run.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "dashboard";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"dashboard-postgres-{Guid.NewGuid():N}");
    private readonly int _port = FreePort();
    private readonly SemaphoreSlim _templateTurn = new(1, 1);
    private Process? _server;
    private string? _template;
    private int _databases;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes an empty database and returns its connection string; skips the test where PostgreSQL is not installed.</summary>
    public Task<string> CreateDatabaseAsync(CancellationToken cancellationToken) => CreateDatabaseAsync("template1", cancellationToken);

    /// <summary>Makes a database with the tables that <paramref name="migrate"/> makes, which runs once for the whole test run: the others are copies.</summary>
    /// <param name="migrate">Brings the empty database of a connection string up to date and leaves no connection open.</param>
    /// <param name="cancellationToken">Ends the wait for the server.</param>
    public async Task<string> CreateMigratedDatabaseAsync(Func<string, Task> migrate, CancellationToken cancellationToken)
    {
        await _templateTurn.WaitAsync(cancellationToken);
        try
        {
            if (_template is null)
            {
                var template = await CreateDatabaseAsync(cancellationToken);
                await migrate(template);

                // A database can be copied only while nobody is connected to it; the program's own connection string says more than ours.
                NpgsqlConnection.ClearAllPools();
                _template = new NpgsqlConnectionStringBuilder(template).Database;
            }
        }
        finally
        {
            _templateTurn.Release();
        }

        return await CreateDatabaseAsync(_template!, cancellationToken);
    }

    private async Task<string> CreateDatabaseAsync(string template, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _server ??= await StartAsync(cancellationToken);
            var name = string.Create(CultureInfo.InvariantCulture, $"test{++_databases}");
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}", cancellationToken);
            return Address(name);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Deletes a database that <see cref="CreateDatabaseAsync"/> made, whoever is still connected.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);
    }

    /// <summary>Ends the server as a crash would. For a server of one test alone: all others share the run's.</summary>
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        await RunAsync("pg_ctl", ["stop", "-D", Data, "-m", "immediate", "-w"], cancellationToken);
        await (_server?.WaitForExitAsync(cancellationToken) ?? Task.CompletedTask);
    }

    /// <summary>Starts it again after <see cref="CrashAsync"/>; it has recovered when this returns.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        _server?.Dispose();
        _server = await ServeAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _turn.Dispose();
        _templateTurn.Dispose();
        if (_server is null)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await RunAsync("pg_ctl", ["stop", "-D", Data, "-m", "immediate", "-w"], CancellationToken.None);
        await _server.WaitForExitAsync();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The folder of the server's programs: from the PATH, or where Debian keeps them; the newest there.</summary>
    private static string? ProgramFolder() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => folder, StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
            : [])
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "postgres")));

    private string Address(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username={User};Database={database}");

    private async Task<Process> StartAsync(CancellationToken cancellationToken)
    {
        if (ProgramFolder() is null)
        {
            Missing.Program("PostgreSQL", "apt-get install postgresql");
        }

        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            using var chown = Process.Start("chown", [ServerUser(), _folder]);
            await chown.WaitForExitAsync(cancellationToken);
        }

        await RunAsync("initdb", ["-D", Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], cancellationToken);
        return await ServeAsync(cancellationToken);
    }

    private async Task<Process> ServeAsync(CancellationToken cancellationToken)
    {
        // What a crash of the machine would cost is of no interest here; one of the server alone must cost nothing that was committed.
        string[] settings =
        [
            "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200", "-c", "fsync=off", "-c", "full_page_writes=off",
            "-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "autovacuum=off", "-c", "jit=off",
        ];
        var server = Launch("postgres", ["-D", Data, "-p", _port.ToString(CultureInfo.InvariantCulture), "-k", _folder, .. settings]);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await ExecuteAsync("SELECT 1", cancellationToken);
                return server;
            }
            catch (NpgsqlException) when (attempt < 300 && !server.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Address("postgres") + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Launch(program, arguments);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}; its output stands in the log of this run.");
        }
    }

    private Process Launch(string program, string[] arguments)
    {
        var file = Path.Combine(ProgramFolder()!, program);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid", ServerUser(), "--regid", ServerUser(), "--clear-groups", file, .. arguments])
            : new ProcessStartInfo(file, arguments);
        start.UseShellExecute = false;
        start.WorkingDirectory = _folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");

        // Read, so that the program is never held up by a full pipe.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) => Debug.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static string ServerUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
}
