using BenchmarkDotNet.Running;
using SpotifyDashboard.Benchmarks.Circuits;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Runs the benchmarks named by the arguments: <c>dotnet run -c Release --project SpotifyDashboard.Benchmarks -- --filter '*'</c>.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        if (!LoadMeasurement.TryRun(args) && !await MemoryMeasurement.TryRunAsync(args) && !await CircuitsMeasurement.TryRunAsync(args) && !ScheduleMeasurement.TryRun(args) && !await PollMeasurement.TryRunAsync(args) && !await ImportMeasurement.TryRunAsync(args))
        {
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        }
    }
}
