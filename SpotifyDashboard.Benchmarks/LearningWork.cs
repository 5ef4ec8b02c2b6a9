using SpotifyDashboard.Numerics;
using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Benchmarks;

/// <summary>What <see cref="LearningMeasurement"/> times, each under the name that the rival's script knows.</summary>
/// <param name="Name">The rival's name of the operation, or one of our own.</param>
/// <param name="Rows">How many rows it works on.</param>
/// <param name="Run">Does it once; the number is the seed.</param>
internal sealed record LearningWork(string Name, int Rows, Action<int> Run)
{
    private const int Genres = 6;
    private const int Neighbours = 10;

    /// <summary>As many as the rival compares in a time that one can wait for.</summary>
    private const int MostRowsOfPairs = 10_000;

    private const int TracksOfMap = 25_000;

    /// <summary>All work over <paramref name="rows"/> songs.</summary>
    public static IReadOnlyList<LearningWork> Of(int rows)
    {
        var (songs, genres) = NumericsSongs.Spread(rows);
        var scaled = StandardScaler.Fit(songs).Transform(songs);
        var directions = UnitRows.Of(scaled);
        var part = UnitRows.Of(Scaled(NumericsSongs.Spread(Math.Min(rows, MostRowsOfPairs)).Songs));
        var library = NumericsSongs.Spread(TracksOfMap).Songs;
        return
        [
            new("scaler", rows, _ => StandardScaler.Fit(songs).Transform(songs)),
            new("pca", rows, _ => PrincipalComponents.Fit(scaled).Transform(scaled)),
            new("kmeans", rows, seed => KMeans.Fit(scaled, new KMeansOptions(5, Seed: seed))),
            new("kmeans, 30 starts", rows, seed => KMeans.Fit(scaled, new KMeansOptions(5, Starts: 30, Seed: seed))),
            new("cosine", rows, seed => CosineSimilarity.TopK(directions, seed % rows, Neighbours)),
            new("pairs", part.Rows, _ => CosineSimilarity.AllTopK(part, Neighbours)),
            new("forest", rows, seed => RandomForest.Fit(scaled, genres, Genres, new RandomForestOptions(Seed: seed))),
            new("map: scale, cluster, project", TracksOfMap, _ => Map(library)),
            new("choice of k, 2 to 10", TracksOfMap, _ => ClusterCounts.Evaluate(Scaled(library))),
        ];
    }

    private static FeatureMatrix Scaled(FeatureMatrix songs) => StandardScaler.Fit(songs).Transform(songs);

    private static void Map(FeatureMatrix library)
    {
        var scaled = Scaled(library);
        KMeans.Fit(scaled, new KMeansOptions(5));
        PrincipalComponents.Fit(scaled).Transform(scaled);
    }
}
