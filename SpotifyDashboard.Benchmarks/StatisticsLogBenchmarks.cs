using BenchmarkDotNet.Attributes;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Reading the log from SQLite, as a whole and after one more play: <c>-- --filter '*StatisticsLogBenchmarks*'</c>. Aim: ≥ 1M plays/s.</summary>
[Config(typeof(StatisticsConfig))]
[WarmupCount(1)]
[IterationCount(5)]
public class StatisticsLogBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("log-benchmark-").FullName;
    private StatisticsDatabase? _database;
    private ListeningLog? _known;

    [Params(134_000, 500_000, 1_000_000)]
    public int Plays { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _database = new StatisticsDatabase(Path.Combine(_folder, $"{Plays}.db"));
        _database.Fill(Plays);
        _known = new ListeningLogLoader(_database).Load(1, null, CancellationToken.None);
        _database.AddPlay();
    }

    [Benchmark]
    public object Load() => Loader().Load(1, null, CancellationToken.None);

    [Benchmark]
    public object ExtendByOnePlay() => Loader().Load(1, _known, CancellationToken.None);

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    private ListeningLogLoader Loader() => new(_database ?? throw new InvalidOperationException("Set up first."));
}
