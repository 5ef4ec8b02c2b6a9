using BenchmarkDotNet.Attributes;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Benchmarks;

/// <summary>
/// The work behind the mood map on nine features of real songs:
/// <c>dotnet run -c Release --project SpotifyDashboard.Benchmarks -- --filter '*Numerics*'</c>.
/// </summary>
/// <remarks>In process, because the usual toolchain restores a project of its own and needs a package registry.</remarks>
[InProcess]
[WarmupCount(3)]
[IterationCount(5)]
[MedianColumn]
[MemoryDiagnoser]
public class NumericsBenchmarks
{
    private FeatureMatrix _songs = NumericsSongs.Load(1);
    private FeatureMatrix _scaled = NumericsSongs.Load(1);
    private int[] _labels = [];

    /// <summary>The distinct songs of 2020, and a million drawn from them with a little noise.</summary>
    [Params(28_356, 1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Load()
    {
        _songs = NumericsSongs.Load(Rows);
        _scaled = StandardScaler.Fit(_songs).Transform(_songs);
        _labels = [.. KMeans.Fit(_scaled, new KMeansOptions(Clusters: 5)).Labels];
    }

    [Benchmark]
    public FeatureMatrix Scale() => StandardScaler.Fit(_songs).Transform(_songs);

    [Benchmark]
    public KMeansModel FiveClustersOfTenStarts() => KMeans.Fit(_scaled, new KMeansOptions(Clusters: 5));

    [Benchmark]
    public KMeansModel FiveClustersOfTenStartsOnOneThread() => KMeans.Fit(_scaled, new KMeansOptions(Clusters: 5) { Workers = 1 });

    [Benchmark]
    public FeatureMatrix ThreeComponents() => PrincipalComponents.Fit(_scaled).Transform(_scaled);

    [Benchmark]
    public double? SilhouetteOfFourThousand() => Silhouette.Mean(_scaled, _labels);
}
