using BenchmarkDotNet.Attributes;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Benchmarks;

/// <summary>A mood map of 25,000 real songs in memory: scaled, clustered, projected, measured, described and named: <c>-- --filter '*MoodMapBenchmarks*'</c>. Aim: ≤ 150 ms.</summary>
[MemoryDiagnoser]
[Config(typeof(StatisticsConfig))]
public class MoodMapBenchmarks
{
    private const int Tracks = 25_000;

    private static readonly MoodMapRequest s_request = MoodMapRequest.OfLibrary(1, MoodMapRequest.DefaultMoods);
    private static readonly KMeansOptions s_options = new(MoodMapRequest.DefaultMoods, MoodMapRequest.DefaultStarts);

    private TrackFeatures _tracks = new(StatisticsPlays.Log(0), new FeatureMatrix(FeatureSet.Nine.Keys, []), 0);
    private MoodMemory? _memory;

    [GlobalSetup]
    public void SetUp()
    {
        var songs = NumericsSongs.Load(Tracks);
        _tracks = new TrackFeatures(_tracks.Log, new FeatureMatrix(songs.Features, songs.Values.ToArray(), Enumerable.Range(0, Tracks)), Tracks);
        var (_, moods) = Settle(memory: null);
        _memory = new MoodMemory(s_request.Moods, [.. FeatureSet.Nine.Features], moods.Moods, []);
    }

    [Benchmark(Description = "first map")]
    public MoodMap First() => Make(memory: null);

    [Benchmark(Description = "map matched to the one before")]
    public MoodMap Matched() => Make(_memory);

    private MoodMap Make(MoodMemory? memory)
    {
        var (selection, moods) = Settle(memory);
        var rows = selection.Rows ?? throw new InvalidOperationException("The songs have features.");
        return MoodMapBuilder.Build(s_request, _tracks, selection, new MoodPartition(moods, Silhouette.Mean(rows.Space, moods.Model.Labels.AsSpan())));
    }

    private (MoodSelection Selection, SettledMoods Moods) Settle(MoodMemory? memory)
    {
        var selection = MoodSelector.Select(_tracks, s_request, TimeZoneInfo.Utc);
        var rows = selection.Rows ?? throw new InvalidOperationException("The songs have features.");
        var fresh = KMeans.Fit(rows.Space, s_options);
        var model = memory is null ? fresh : MoodContinuity.Prefer(rows, fresh, memory, s_options, CancellationToken.None);
        return (selection, MoodContinuity.Settle(s_request, rows, model, memory, DateTimeOffset.UnixEpoch));
    }
}
