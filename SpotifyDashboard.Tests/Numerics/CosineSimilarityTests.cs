using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class CosineSimilarityTests
{
    /// <summary>Few distinct values: many equal rows, rows that point the same way, and rows of zeros.</summary>
    private static readonly Arbitrary<float[]> s_values = Gen.Choose(0, 80)
        .SelectMany(rows => Gen.ArrayOf(Gen.Choose(-2, 2).Select(value => (float)value), 3 * rows)).ToArbitrary();

    [Theory]
    [InlineData(new float[] { 1, 2 }, new float[] { 2, 4 }, 1)]
    [InlineData(new float[] { 1, 2 }, new float[] { -3, -6 }, -1)]
    [InlineData(new float[] { 1, 0 }, new float[] { 0, 5 }, 0)]
    [InlineData(new float[] { 0, 0 }, new float[] { 1, 5 }, 0)]
    [InlineData(new float[] { 3, 4 }, new float[] { 4, 3 }, 0.96)]
    public void Of_TwoRows_IsTheCosineOfTheirAngle(float[] one, float[] other, double expected)
    {
        Assert.Equal(expected, CosineSimilarity.Of(one, other), 12);
        Assert.Equal(expected, CosineSimilarity.Of(Array.ConvertAll(one, value => (double)value), Array.ConvertAll(other, value => (double)value)), 12);
    }

    [Fact]
    public void Of_RowsOfUnlikeLength_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => CosineSimilarity.Of([1f], [1f, 2f]));
        Assert.Throws<ArgumentException>(() => CosineSimilarity.Of([1.0], [1.0, 2.0]));
    }

    [Fact]
    public void Of_EqualRows_IsNeverAboveOne()
    {
        var noise = Matrices.Noise(2000, 9);

        for (var row = 0; row < noise.Rows; row++)
        {
            Assert.InRange(CosineSimilarity.Of(noise.Row(row), noise.Row(row)), 1 - 1e-15, 1);
        }
    }

    [Fact]
    public void Nearest_AnyRows_IsTheStartOfAllSorted() =>
        Prop.ForAll(s_values, Gen.Choose(0, 14).ToArbitrary(), (values, limit) =>
        {
            var matrix = new FeatureMatrix(["a", "b", "c"], values);
            float[] target = [1, -2, 2];
            return CosineSimilarity.Nearest(matrix, target, limit, row => row % 5 != 0).SequenceEqual(Sorted(matrix, target, limit, row => row % 5 != 0));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void AllTopK_AnyRows_IsTopKOfEach() =>
        Prop.ForAll(s_values, Gen.Choose(0, 14).ToArbitrary(), (values, limit) =>
        {
            var rows = UnitRows.Of(new FeatureMatrix(["a", "b", "c"], values));
            var all = CosineSimilarity.AllTopK(rows, limit);
            return all.Count == rows.Rows && all.Index().All(answer =>
                answer.Item.SequenceEqual(CosineSimilarity.TopK(rows, answer.Index, limit))
                && answer.Item.SequenceEqual(Sorted(rows.Matrix, rows.Matrix.Row(answer.Index).ToArray(), limit, row => row != answer.Index)));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void AllTopK_MoreRowsThanABlockOnSeveralThreads_IsTheStartOfAllSorted()
    {
        var matrix = Matrices.Noise(1100, 13);

        var all = CosineSimilarity.AllTopK(UnitRows.Of(matrix), 10);

        Assert.All(all.Index(), answer => Assert.Equal(Sorted(matrix, matrix.Row(answer.Index).ToArray(), 10, row => row != answer.Index), answer.Item));
    }

    [Fact]
    public void TopK_MoreEqualRowsThanAreKept_TakesTheLowest()
    {
        var rows = UnitRows.Of(Matrices.Of([.. Enumerable.Range(0, 300).Select(row => row % 2 == 0 ? new float[] { 0.3f, 0.1f } : [3 * 0.3f, 3 * 0.1f])]));

        // One and three times 0.3 and 0.1 differ in the last digit, so not every cosine is the same.
        Assert.Equal(Sorted(rows.Matrix, [0.3f, 0.1f], 10, row => row != 250), CosineSimilarity.TopK(rows, 250, 10));
    }

    [Fact]
    public void TopK_RowThatDoesNotExist_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CosineSimilarity.TopK(UnitRows.Of(Matrices.Column(1, 2)), 2, 1));

    [Fact]
    public void UnitRowsOf_NotANumber_NamesRowAndFeature() =>
        Assert.Contains("feature 'f0'", Assert.Throws<ArgumentException>(() => UnitRows.Of(Matrices.Column(1, float.NaN))).Message, StringComparison.Ordinal);

    [Fact]
    public void AllTopK_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            CosineSimilarity.AllTopK(UnitRows.Of(Matrices.Noise(50, 3)), 3, new CancellationToken(canceled: true)));

    [Fact]
    public void Matrix_AnyRows_HoldsEveryPair()
    {
        var noise = Matrices.Noise(60, 4);
        var rows = Matrices.Of([.. Enumerable.Range(0, 61).Select(row => row == 60 ? new float[4] : noise.Row(row).ToArray())]);

        var matrix = CosineSimilarity.Matrix(rows);

        Assert.Equal(61 * 61, matrix.Length);
        Assert.All(matrix.Index(), cell => Assert.Equal(CosineSimilarity.Of(rows.Row(cell.Index / 61), rows.Row(cell.Index % 61)), cell.Item));
        Assert.Equal(0, matrix[^1]);
        Assert.Equal(1, matrix[0], 15);
    }

    [Fact]
    public void Matrix_TooManyRows_SaysHowManyAreAllowed() =>
        Assert.Contains("4000", Assert.Throws<ArgumentException>(() => CosineSimilarity.Matrix(Matrices.Noise(4001, 1))).Message, StringComparison.Ordinal);

    private static IEnumerable<(int Row, double Similarity)> Sorted(FeatureMatrix matrix, float[] target, int limit, Func<int, bool> isWanted) =>
        Enumerable.Range(0, matrix.Rows).Where(isWanted).Select(row => (Row: row, Similarity: CosineSimilarity.Of(matrix.Row(row), target)))
            .OrderByDescending(found => found.Similarity).ThenBy(found => found.Row).Take(limit);
}
