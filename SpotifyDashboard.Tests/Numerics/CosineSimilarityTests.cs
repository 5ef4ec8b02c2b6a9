using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class CosineSimilarityTests
{
    [Theory]
    [InlineData(new float[] { 1, 2 }, new float[] { 2, 4 }, 1)]
    [InlineData(new float[] { 1, 2 }, new float[] { -3, -6 }, -1)]
    [InlineData(new float[] { 1, 0 }, new float[] { 0, 5 }, 0)]
    [InlineData(new float[] { 0, 0 }, new float[] { 1, 5 }, 0)]
    [InlineData(new float[] { 3, 4 }, new float[] { 4, 3 }, 0.96)]
    public void Of_TwoRows_IsTheCosineOfTheirAngle(float[] one, float[] other, double expected) => Assert.Equal(expected, CosineSimilarity.Of(one, other), 12);

    [Fact]
    public void Of_RowsOfUnlikeLength_IsRefused() => Assert.Throws<ArgumentException>(() => CosineSimilarity.Of([1], [1, 2]));

    [Fact]
    public void Nearest_AnyRows_IsTheStartOfAllSorted() =>
        Prop.ForAll(
            Gen.ListOf(Gen.ArrayOf(Gen.Choose(-3, 3).Select(value => (float)value), 3), 12).ToArbitrary(),
            Gen.Choose(0, 14).ToArbitrary(),
            (rows, limit) =>
            {
                var matrix = new FeatureMatrix(["a", "b", "c"], [.. rows.SelectMany(row => row)]);
                float[] target = [1, -2, 2];
                var all = Enumerable.Range(0, 12).Where(row => row != 5).Select(row => (Row: row, Similarity: CosineSimilarity.Of(matrix.Row(row), target)))
                    .OrderByDescending(found => found.Similarity).ThenBy(found => found.Row);
                return CosineSimilarity.Nearest(matrix, target, limit, row => row != 5).SequenceEqual(all.Take(limit));
            })
        .QuickCheckThrowOnFailure();
}
