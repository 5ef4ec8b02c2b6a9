using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

/// <summary>The Caliński–Harabasz and Davies–Bouldin indices.</summary>
public sealed class ClusterScoreTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var set in Songs2020.Sets)
            {
                for (var k = 2; k <= 10; k++)
                {
                    cases.Add(set, k);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_OraclesPartitionOfRealSongs_AgreesWithTheOracle(string set, int clusters)
    {
        var expected = Oracle.Of(set).K[clusters];
        var songs = Songs2020.LoadScaled(set);
        var labels = Oracle.Assign(songs, expected.Centers);

        AssertClose(expected.CalinskiHarabasz, CalinskiHarabasz.Of(songs, labels));
        AssertClose(expected.DaviesBouldin, DaviesBouldin.Of(songs, labels));
    }

    [Fact]
    public void Of_FourPointsInTwoClusters_IsTheHandComputedIndex()
    {
        // Points 0, 2 | 10, 14: means 1 and 12, of all 6.5. Between 2·5.5² + 2·5.5² = 121, within 1 + 1 + 4 + 4 = 10.
        var points = Matrices.Column(0, 2, 10, 14);

        Assert.Equal(121 / 1 / (10 / 2.0), CalinskiHarabasz.Of(points, [-1, -1, 7, 7]));
        Assert.Equal((1 + 2) / 11.0, DaviesBouldin.Of(points, [-1, -1, 7, 7])!.Value, 1e-15);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 2)]
    public void Of_OneClusterOrAsManyAsRows_IsNotDefined(int first, int second, int third)
    {
        Assert.Null(CalinskiHarabasz.Of(Matrices.Column(0, 1, 5), [first, second, third]));
        Assert.Null(DaviesBouldin.Of(Matrices.Column(0, 1, 5), [first, second, third]));
    }

    [Fact]
    public void Of_NothingToDivideBy_IsNotDefined()
    {
        Assert.Null(CalinskiHarabasz.Of(Matrices.Column(3, 3, 5, 5), [0, 0, 1, 1]));
        Assert.Null(DaviesBouldin.Of(Matrices.Column(0, 2, 0, 2), [0, 0, 1, 1]));
    }

    [Fact]
    public void Of_LabelsMissing_NamesBothNumbers() =>
        Assert.StartsWith(
            "2 labels do not name the clusters of 3 rows",
            Assert.Throws<ArgumentException>(() => CalinskiHarabasz.Of(Matrices.Column(0, 1, 2), [0, 1])).Message,
            StringComparison.Ordinal);

    private static void AssertClose(double? expected, double? actual)
    {
        Assert.NotNull(expected);
        Assert.NotNull(actual);
        Close.Assert(expected.Value, actual.Value, 1e-6);
    }
}
