using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class StandardScalerTests
{
    public static TheoryData<string> Sets => [.. Songs2020.Sets];

    [Fact]
    public void Fit_FourValues_UsesThePopulationDeviation()
    {
        // Mean of 1, 3, 5, 7 is 4; squared distances 9 + 1 + 1 + 9 = 20; 20 / 4 = 5.
        var matrix = Matrices.Column(1, 3, 5, 7);

        var scaler = StandardScaler.Fit(matrix);

        Assert.Equal([4.0], scaler.Means);
        Assert.Equal([Math.Sqrt(5)], scaler.Deviations);
        Assert.Equal((float)(-3 / Math.Sqrt(5)), scaler.Transform(matrix)[0, 0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(32_833)]
    public void Transform_ConstantFeature_IsZeroAndNamed(int rows)
    {
        // 0.1 has no exact binary form: a deviation computed carelessly is 1e-17 and z becomes -1.
        var values = Enumerable.Range(0, rows).SelectMany(row => new[] { 0.1f, row });
        var matrix = new FeatureMatrix(["constant", "rising"], [.. values]);

        var scaler = StandardScaler.Fit(matrix);
        var scaled = scaler.Transform(matrix);

        Assert.Equal("constant", scaler.ConstantFeatures[0]);
        Assert.All(Enumerable.Range(0, rows), row => Assert.Equal(0f, scaled[row, 0]));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Fit_ValueNotFinite_NamesRowAndFeature(float bad)
    {
        for (var row = 0; row < 40; row++)
        {
            var values = new float[80];
            values[(row * 2) + 1] = bad;

            var error = Assert.Throws<ArgumentException>(() => StandardScaler.Fit(new FeatureMatrix(["energy", "tempo"], values)));

            Assert.StartsWith($"Row {row} ", error.Message, StringComparison.Ordinal);
            Assert.Contains("'tempo'", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Fit_NoRows_SaysSo() =>
        Assert.Contains("no rows", Assert.Throws<ArgumentException>(() => StandardScaler.Fit(Matrices.Column())).Message, StringComparison.Ordinal);

    [Fact]
    public void Transform_OtherFeatures_NamesBoth()
    {
        var scaler = StandardScaler.Fit(Matrices.Column(1, 2));

        var error = Assert.Throws<ArgumentException>(() => scaler.Transform(new FeatureMatrix(["tempo"], [1])));

        Assert.Contains("f0", error.Message, StringComparison.Ordinal);
        Assert.Contains("tempo", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_OfATransformedValue_GivesTheValue()
    {
        var matrix = Matrices.Column(90, 120, 174);
        var scaler = StandardScaler.Fit(matrix);

        var restored = scaler.Restore(scaler.Transform(matrix)[2, 0], 0);

        Assert.Equal(174, restored, 1e-4);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Fit_RealSongs_AgreesWithTheOracle(string set)
    {
        // Values are stored as float: a relative rounding of 6e-8, far inside the 1e-4 allowed for work in float.
        var oracle = Oracle.Of(set);
        var matrix = Songs2020.Load(set);

        var scaler = StandardScaler.Fit(matrix);
        var scaled = scaler.Transform(matrix);

        Assert.Equal(oracle.Rows, matrix.Rows);
        Assert.All(oracle.Mean.Zip(scaler.Means), pair => Close.Assert(pair.First, pair.Second, 1e-7));
        Assert.All(oracle.Deviation.Zip(scaler.Deviations), pair => Close.Assert(pair.First, pair.Second, 1e-7));
        Assert.All(oracle.SampleRows.Index(), sample =>
            Assert.All(oracle.SampleZ[sample.Index].Index(), z => Close.Assert(z.Item, scaled[sample.Item, z.Index], 1e-6)));
    }
}
