using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>A PostgreSQL server of this run alone, with its durability left on.</summary>
internal sealed class PostgresChaos(string folder) : ChaosDatabase
{
    private readonly int _port = FreePort();
    private readonly string _home = Path.Combine(folder, "postgres");

    public override string ConnectionString =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=dashboard;Database=postgres;Timeout=5");

    public override string Provider => "Postgres";

    private string Data => Path.Combine(_home, "data");

    public override async Task StartAsync()
    {
        Directory.CreateDirectory(_home);
        if (Environment.IsPrivilegedProcess)
        {
            await Shell.RunAsync("chown", "postgres", _home);
        }

        Require(await RunAsync("initdb", "-D", Data, "-U", "dashboard", "-A", "trust", "-E", "UTF8", "--locale=C"), "initdb");
        await File.AppendAllTextAsync(
            Path.Combine(Data, "postgresql.conf"),
            string.Create(CultureInfo.InvariantCulture, $"\nlisten_addresses = '127.0.0.1'\nport = {_port}\nunix_socket_directories = '{_home}'\nmax_wal_size = 64MB\nmin_wal_size = 32MB\n"));
        Require(await RunAsync("pg_ctl", "start", "-D", Data, "-w", "-l", Path.Combine(_home, "log")), "pg_ctl start");
    }

    public override async Task<string> DisturbAsync(Random random)
    {
        var mode = random.Next(2) == 0 ? "immediate" : "fast";
        var seconds = random.Next(1, 15);
        await RunAsync("pg_ctl", "stop", "-D", Data, "-m", mode, "-w");
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        await MendAsync();
        return string.Create(CultureInfo.InvariantCulture, $"database server stopped ({mode}) for {seconds} s");
    }

    public override async Task MendAsync()
    {
        // A server that found no room for its log has ended itself, or is recovering.
        for (var left = 30; left > 0 && await RunAsync("pg_ctl", "status", "-D", Data) != 0; left--)
        {
            await RunAsync("pg_ctl", "start", "-D", Data, "-w", "-l", Path.Combine(_home, "log"));
        }
    }

    public override Task<string?> FaultAsync() => Task.FromResult<string?>(null);

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-w");
    }

    protected override DbConnection Connect() => new NpgsqlConnection(ConnectionString + ";Pooling=false");

    private static void Require(int code, string what)
    {
        if (code != 0)
        {
            throw new InvalidOperationException($"{what} ended with {code}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Programs() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [])
        .FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb"))) ?? throw new InvalidOperationException("PostgreSQL is not installed (apt-get install postgresql).");

    /// <summary>PostgreSQL refuses to run as root. No output is redirected: the server would inherit the pipe and hold it open.</summary>
    private async Task<int> RunAsync(string program, params string[] arguments)
    {
        var file = Path.Combine(Programs(), program);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", "sh", "-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", file, .. arguments])
            : new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", file, .. arguments]);
        start.WorkingDirectory = _home;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
