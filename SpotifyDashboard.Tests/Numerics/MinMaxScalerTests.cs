using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class MinMaxScalerTests
{
    [Fact]
    public void Transform_FittedRows_SpansZeroToOne()
    {
        // Range of 60, 90, 180 is 120: (90 - 60) / 120 = 0.25.
        var matrix = Matrices.Column(60, 90, 180);

        var shares = MinMaxScaler.Fit(matrix).Transform(matrix);

        Assert.Equal([0f, 0.25f, 1f], shares.Values.ToArray());
    }

    [Fact]
    public void Transform_OutsideTheFittedRange_IsClamped()
    {
        var scaler = MinMaxScaler.Fit(Matrices.Column(60, 180));

        Assert.Equal([0f, 1f], scaler.Transform(Matrices.Column(0, 240)).Values.ToArray());
    }

    [Fact]
    public void Transform_ConstantFeature_IsOneHalf()
    {
        var matrix = Matrices.Column(0.1f, 0.1f);

        Assert.Equal([0.5f, 0.5f], MinMaxScaler.Fit(matrix).Transform(matrix).Values.ToArray());
    }

    [Fact]
    public void Transform_RealSongs_StaysWithinZeroAndOneAndReachesBoth()
    {
        var songs = Songs2020.Load("songs2020_f9");

        var shares = MinMaxScaler.Fit(songs).Transform(songs);

        Assert.All(Enumerable.Range(0, songs.Columns), column =>
        {
            var values = Enumerable.Range(0, shares.Rows).Select(row => shares[row, column]).ToArray();
            Assert.Equal((0f, 1f), (values.Min(), values.Max()));
        });
    }

    [Fact]
    public void Fit_NaN_NamesRowAndFeature()
    {
        var error = Assert.Throws<ArgumentException>(() => MinMaxScaler.Fit(Matrices.Column(1, float.NaN)));

        Assert.StartsWith("Row 1 ", error.Message, StringComparison.Ordinal);
    }
}
