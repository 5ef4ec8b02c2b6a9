using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class SilhouetteTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var set in Songs2020.Sets)
            {
                cases.Add(set, 2);
                cases.Add(set, 5);
                cases.Add(set, 10);
            }

            return cases;
        }
    }

    [Fact]
    public void Mean_FourPointsInTwoClusters_IsTheHandComputedMean()
    {
        // Points 0, 1 | 5, 7. Row 0: a = 1, b = (5 + 7) / 2 = 6, (6 - 1) / 6. Row 1: a = 1, b = 5, 4/5.
        // Row 2: a = 2, b = (5 + 4) / 2 = 4.5, 2.5 / 4.5. Row 3: a = 2, b = (7 + 6) / 2 = 6.5, 4.5 / 6.5.
        var expected = ((5 / 6.0) + (4 / 5.0) + (2.5 / 4.5) + (4.5 / 6.5)) / 4;

        var mean = Silhouette.Mean(Matrices.Column(0, 1, 5, 7), [0, 0, 1, 1]);

        Assert.NotNull(mean);
        Assert.Equal(expected, mean.Value, 1e-12);
    }

    [Fact]
    public void Mean_RowAloneInItsCluster_CountsZero()
    {
        // Rows 0 and 1: (9.5 is not involved) a = 1, b = 10 and 9: 9/10 and 8/9; row 2 is alone: 0.
        var expected = ((9 / 10.0) + (8 / 9.0) + 0) / 3;

        var mean = Silhouette.Mean(Matrices.Column(0, 1, 10), [7, 7, 3]);

        Assert.NotNull(mean);
        Assert.Equal(expected, mean.Value, 1e-12);
    }

    [Fact]
    public void Mean_OneCluster_IsNotDefined() => Assert.Null(Silhouette.Mean(Matrices.Column(0, 1, 2), [0, 0, 0]));

    [Fact]
    public void Mean_AsManyClustersAsRows_IsNotDefined() => Assert.Null(Silhouette.Mean(Matrices.Column(0, 1, 2), [0, 1, 2]));

    [Fact]
    public void Mean_NoRows_IsNotDefined() => Assert.Null(Silhouette.Mean(Matrices.Column(), []));

    [Fact]
    public void Mean_AllRowsEqual_IsZero() => Assert.Equal(0, Silhouette.Mean(Matrices.Column(1, 1, 1), [0, 0, 1]));

    [Fact]
    public void Mean_LabelsMissing_NamesBothNumbers() =>
        Assert.StartsWith(
            "2 labels do not name the clusters of 3 rows",
            Assert.Throws<ArgumentException>(() => Silhouette.Mean(Matrices.Column(0, 1, 2), [0, 1])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Mean_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Silhouette.Mean(Matrices.Column(0, 1, 5, 7), [0, 0, 1, 1], new CancellationToken(canceled: true)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Mean_OraclesPartitionOfRealSongs_AgreesWithTheOracle(string set, int clusters)
    {
        var expected = Oracle.Of(set).K[clusters];
        var songs = Songs2020.LoadScaled(set);
        var labels = Oracle.Assign(songs, expected.Centers);

        var mean = Silhouette.Mean(songs, labels);

        Assert.NotNull(expected.Silhouette);
        Assert.NotNull(mean);
        Assert.Equal(expected.Silhouette.Value, mean.Value, 1e-6);
    }
}
