using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class FeatureMatrixTests
{
    private static readonly FeatureMatrix s_matrix = new(["energy", "tempo"], [0.1f, 90, 0.2f, 120, 0.3f, 150], [7, 8, 9]);

    [Fact]
    public void Row_OfThree_HoldsItsValuesAndIdentity()
    {
        Assert.Equal([0.2f, 120], s_matrix.Row(1).ToArray());
        Assert.Equal(8, s_matrix.RowId(1));
    }

    [Fact]
    public void RowId_NoneGiven_IsTheIndex() => Assert.Equal(2, Matrices.Column(1, 2, 3).RowId(2));

    [Fact]
    public void SelectRows_Reordered_KeepsIdentities()
    {
        var selected = s_matrix.SelectRows([2, 0]);

        Assert.Equal([0.3f, 150, 0.1f, 90], selected.Values.ToArray());
        Assert.Equal([9, 7], [selected.RowId(0), selected.RowId(1)]);
    }

    [Fact]
    public void SelectFeatures_One_KeepsRowsAndIdentities()
    {
        var selected = s_matrix.SelectFeatures(["tempo"]);

        Assert.Equal([90f, 120, 150], selected.Values.ToArray());
        Assert.Equal(9, selected.RowId(2));
    }

    [Fact]
    public void IndexOf_UnknownFeature_NamesIt()
    {
        var error = Assert.Throws<ArgumentException>(() => s_matrix.IndexOf("mode"));

        Assert.Contains("'mode'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,a", 2, null)]
    [InlineData("", 0, null)]
    [InlineData("a,b", 3, null)]
    [InlineData("a,b", 4, 3)]
    public void Constructor_PartsThatDoNotFit_AreRefused(string features, int values, int? ids)
    {
        var names = features.Split(',', StringSplitOptions.RemoveEmptyEntries);

        Assert.Throws<ArgumentException>(() => new FeatureMatrix(names, new float[values], ids is { } count ? new int[count] : null));
    }

    [Fact]
    public void Remove_FeatureKnownForTooFew_IsDroppedBeforeRowsAre()
    {
        // "a" is known in 5 of 5 rows, "b" in 4 of 5 (just enough), "c" in 1 of 5.
        const float No = float.NaN;
        var matrix = new FeatureMatrix(["a", "b", "c"], [1, 1, No, 2, 2, 5, 3, No, No, 4, 4, No, 5, 5, No], [10, 20, 30, 40, 50]);

        var complete = MissingValues.Remove(matrix);

        Assert.Equal(["c"], complete.DroppedFeatures);
        Assert.Equal([0, 1, 3, 4], complete.KeptRows);
        Assert.Equal([1, 1, 2, 2, 4, 4, 5, 5], complete.Matrix.Values.ToArray());
        Assert.Equal(40, complete.Matrix.RowId(2));
    }

    [Fact]
    public void Remove_NothingKnown_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => MissingValues.Remove(Matrices.Column(float.NaN, float.NaN)));

        Assert.Contains("f0", error.Message, StringComparison.Ordinal);
    }
}
