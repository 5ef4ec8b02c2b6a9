using BenchmarkDotNet.Running;
using SpotifyDashboard.Benchmarks.Chaos;
using SpotifyDashboard.Benchmarks.Circuits;
using SpotifyDashboard.Benchmarks.Growth;
using SpotifyDashboard.Benchmarks.Soak;

namespace SpotifyDashboard.Benchmarks;

/// <summary>
/// Runs a measurement by its name (<c>import</c>, <c>load</c>, <c>statistics</c>, <c>memory</c>, <c>circuits</c>, <c>schedule</c>, <c>poll</c>, <c>learning</c>, <c>recommend</c>, <c>growth</c>, <c>chaos</c>, <c>soak</c>), or else the
/// benchmarks named by the arguments: <c>dotnet run -c Release --project SpotifyDashboard.Benchmarks -- --filter '*'</c>.
/// </summary>
internal static class Program
{
    private static readonly Func<string[], Task<bool>>[] s_measurements =
    [
        ImportMeasurement.TryRunAsync,
        args => Task.FromResult(LoadMeasurement.TryRun(args)),
        args => Task.FromResult(StatisticsMeasurement.TryRun(args)),
        MemoryMeasurement.TryRunAsync,
        CircuitsMeasurement.TryRunAsync,
        args => Task.FromResult(ScheduleMeasurement.TryRun(args)),
        PollMeasurement.TryRunAsync,
        LearningMeasurement.TryRunAsync,
        RecommendMeasurement.TryRunAsync,
        GrowthMeasurement.TryRunAsync,
        ChaosMeasurement.TryRunAsync,
        SoakMeasurement.TryRunAsync,
    ];

    private static async Task Main(string[] args)
    {
        foreach (var tryRun in s_measurements)
        {
            if (await tryRun(args))
            {
                return;
            }
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }
}
