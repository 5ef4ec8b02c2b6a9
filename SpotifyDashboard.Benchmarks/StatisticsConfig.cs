using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Measured warm: thirty rounds until the compiler has settled, then fifteen. In this process: a project made by BenchmarkDotNet can't be restored where the registry holds part of NuGet only.</summary>
internal sealed class StatisticsConfig : ManualConfig
{
    public StatisticsConfig()
    {
        AddJob(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(30).WithIterationCount(15));
        AddColumn(StatisticColumn.Median, StatisticColumn.Min);
    }
}
