using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>One process of the dashboard, which is killed, paused and started again.</summary>
internal sealed class ChaosServer(int number, string logFolder, IReadOnlyDictionary<string, string> settings, ChaosDiary diary) : IDisposable
{
    private readonly string _log = Path.Combine(logFolder, $"server{number}.log");
    private readonly Lock _gate = new();
    private Process? _process;
    private StreamWriter? _writer;

    public int Number => number;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));

    /// <summary>Whether a process is there, paused or not.</summary>
    public bool IsThere => _process is { HasExited: false };

    /// <summary>What its processes have printed.</summary>
    public string LogFile => _log;

    public void Start()
    {
        Close();
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = logFolder,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "SpotifyDashboard.dll"), "--urls", Address.AbsoluteUri },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        _writer = new StreamWriter(_log, append: true) { AutoFlush = true };
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        _process.OutputDataReceived += Write;
        _process.ErrorDataReceived += Write;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts it where it has ended by itself, as an orchestrator would.</summary>
    public void Watch()
    {
        if (_process is { HasExited: true } ended)
        {
            diary.Note("server ended by itself and was started again", $"(server {number}, exit code {ended.ExitCode})");
            Start();
        }
    }

    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Sends a signal by its name.</summary>
    public async Task SignalAsync(string name)
    {
        if (_process is { HasExited: false } process)
        {
            await Shell.RunAsync("kill", $"-{name}", process.Id.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Ends it as a stop does, or kills it after half a minute.</summary>
    public async Task StopAsync()
    {
        await SignalAsync("CONT");
        await SignalAsync("TERM");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await (_process?.WaitForExitAsync(patience.Token) ?? Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            diary.Note("server did not stop within half a minute", $"(server {number})");
            await KillAsync();
        }
    }

    public void Dispose() => Close();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Write(object sender, DataReceivedEventArgs line)
    {
        lock (_gate)
        {
            if (line.Data is not null)
            {
                _writer?.WriteLine(line.Data);
            }
        }
    }

    private void Close()
    {
        _process?.Dispose();
        lock (_gate)
        {
            _writer?.Dispose();
            _writer = null;
        }
    }
}
