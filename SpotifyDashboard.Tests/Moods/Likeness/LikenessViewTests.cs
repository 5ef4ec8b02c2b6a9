using SpotifyDashboard.Moods.Likeness;

namespace SpotifyDashboard.Tests.Moods.Likeness;

public sealed class LikenessViewTests
{
    [Theory]
    [InlineData(0.1, "“A” and “B” sound most alike (0.90). “C” stands alone: nothing comes nearer to it than “B” (0.10). Columns stand in the order of the rows.")]
    [InlineData(0.8, "“A” and “B” sound most alike (0.90). None stands alone: even “C” has “B” near it (0.80). Columns stand in the order of the rows.")]
    public void Caption_OfThree_ClaimsLonelinessOnlyWhereNothingIsNear(double nearest, string expected)
    {
        LikenessItem[] items = [new("1", "A", null, 3), new("2", "B", null, 2), new("3", "C", null, 1)];
        double[][] similarities = [[1, 0.9, -0.2], [0.9, 1, nearest], [-0.2, nearest, 1]];
        var matrix = new LikenessMatrix(3, 3, items, similarities, new LikenessPair(0, 1, 0.9), new LikenessPair(2, 1, nearest), []);

        var figure = LikenessView.Of(matrix, LikenessKind.Artists).Figure;

        Assert.Equal(expected, figure?.Caption);
        Assert.Equal([null, 0.9, -0.2, 0.9, null, nearest, -0.2, nearest, null], figure?.Values);
    }

    [Fact]
    public void Figure_OfOneItem_IsNotDrawn() =>
        Assert.Null(LikenessView.Of(new LikenessMatrix(1, 2, [new("1", "A", null, 3)], [[1]], null, null, [new("2", "B", null, 1)]), LikenessKind.Tracks).Figure);
}
