using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class KMeansContinueTests
{
    [Fact]
    public void Continue_FromAnotherOptimum_StaysInIt()
    {
        // Three pairs in two clusters: {0, 1, 12, 13} | {26, 27} and {0, 1} | {12, 13, 26, 27} are both at rest.
        var rows = Matrices.Column(0, 1, 12, 13, 26, 27);

        var best = KMeans.Fit(rows, new KMeansOptions(Clusters: 2));
        var kept = KMeans.Continue(rows, [0, 19], new KMeansOptions(Clusters: 2));

        Assert.Equal([0, 0, 0, 0, 1, 1], best.Labels);
        Assert.Equal([1, 1, 0, 0, 0, 0], kept.Labels);
        Assert.Equal([19.5, 0.5], kept.Centroids);
    }

    [Fact]
    public void Continue_FromItsOwnAnswer_ChangesNothing()
    {
        var (matrix, _) = Matrices.Planted(rows: 6000, columns: 9, moods: 5);
        var options = new KMeansOptions(Clusters: 5, Tolerance: 0);
        var model = KMeans.Fit(matrix, options);

        var again = KMeans.Continue(matrix, model.Centroids.AsSpan(), options);

        Assert.Equal(model.Labels, again.Labels);
        Close.Assert(model.Inertia, again.Inertia, 1e-12);
        Assert.Equal(1, again.Rounds);
    }

    [Theory]
    [InlineData(new double[] { 1 })]
    [InlineData(new double[] { 1, double.NaN })]
    public void Continue_FromNoCentroids_IsRefused(double[] centroids) =>
        Assert.Throws<ArgumentException>(() => KMeans.Continue(Matrices.Column(0, 1, 2), centroids, new KMeansOptions(Clusters: 2)));
}
