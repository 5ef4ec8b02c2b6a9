using BenchmarkDotNet.Attributes;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Benchmarks;

/// <summary>
/// The forest behind the major predictor, on far more rows than a survey has: six genres of 32,833 songs by nine features.
/// <c>dotnet run -c Release --project SpotifyDashboard.Benchmarks -- --filter '*Forest*'</c>.
/// </summary>
/// <remarks>In process, because the usual toolchain restores a project of its own and needs a package registry.</remarks>
[InProcess]
[WarmupCount(3)]
[IterationCount(5)]
[MedianColumn]
[MemoryDiagnoser]
public class ForestBenchmarks
{
    private const int GenreCount = 6;

    private FeatureMatrix _songs = NumericsSongs.Load(1);
    private int[] _genres = [];
    private RandomForest? _forest;

    [GlobalSetup]
    public void Load()
    {
        (_songs, _genres) = NumericsSongs.LoadWithGenres();
        _forest = RandomForest.Fit(_songs, _genres, GenreCount, new RandomForestOptions());
    }

    [Benchmark]
    public RandomForest Fit() => RandomForest.Fit(_songs, _genres, GenreCount, new RandomForestOptions());

    [Benchmark]
    public RandomForest FitOnOneThread() => RandomForest.Fit(_songs, _genres, GenreCount, new RandomForestOptions(Workers: 1));

    [Benchmark]
    public double[]? Predict() => _forest?.PredictProbabilities(_songs);

    /// <summary>What a page of the survey asks for: fifty respondents, nine features, five majors.</summary>
    [Benchmark]
    public CrossValidationReport CrossValidateFiftyRows() =>
        CrossValidation.Run(_songs.SelectRows([.. Enumerable.Range(0, 50)]), [.. Enumerable.Range(0, 50).Select(row => row % 5)], 5, new RandomForestOptions());
}
