using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class PrincipalComponentsTests
{
    public static TheoryData<string> Sets => [.. Songs2020.Sets];

    [Fact]
    public void Fit_FourPointsOnACross_FindsTheLongArmFirst()
    {
        // Points (±2, 0) and (0, ±1): variances over n - 1 are (4 + 4) / 3 and (1 + 1) / 3, no covariance; shares 8/10 and 2/10.
        var model = PrincipalComponents.Fit(Matrices.Of([2, 0], [-2, 0], [0, 1], [0, -1]), count: 2);

        Assert.Equal([8 / 3.0, 2 / 3.0], model.ExplainedVariance);
        Assert.Equal([0.8, 0.2], model.ExplainedVarianceRatio.Select(ratio => Math.Round(ratio, 12)));
        Assert.Equal([1, 0], model.Component(0).ToArray());
        Assert.True(model.IsVarianceMeaningful);
    }

    [Fact]
    public void Fit_FallingLine_PinsTheSignByTheLargestEntry()
    {
        // Along (1, -2): the entry of largest magnitude is the second, so the component is (-1, 2) / √5.
        var model = PrincipalComponents.Fit(Matrices.Of([0, 0], [1, -2], [2, -4], [3, -6]), count: 1);

        Assert.Equal(-1 / Math.Sqrt(5), model.Component(0)[0], 1e-12);
        Assert.Equal(2 / Math.Sqrt(5), model.Component(0)[1], 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Fit_OneOrTwoRows_PadsWithZeroAndSaysSo(int rows)
    {
        var matrix = Matrices.Noise(rows, 9);

        var model = PrincipalComponents.Fit(matrix);
        var scores = model.Transform(matrix);

        Assert.False(model.IsVarianceMeaningful);
        Assert.All(Enumerable.Range(0, rows), row => Assert.Equal([0f, 0f], scores.Row(row)[1..].ToArray()));
        Assert.All(scores.Values.ToArray(), score => Assert.True(float.IsFinite(score)));
    }

    [Fact]
    public void Fit_TwoRows_PutsThemTheirDistanceApart()
    {
        // (0, 0) and (3, 4) are 5 apart: the single coordinate is ±2.5.
        var matrix = Matrices.Of([0, 0], [3, 4]);

        var scores = PrincipalComponents.Fit(matrix).Transform(matrix);

        Assert.Equal([-2.5f, 0, 0, 2.5f, 0, 0], scores.Values.ToArray());
    }

    [Fact]
    public void Fit_IdenticalRows_HasNoVarianceAndCoordinatesOfZero()
    {
        var matrix = Matrices.Of([.. Enumerable.Repeat(new[] { 0.1f, 0.7f, 120.3f, 4 }, 10)]);

        var model = PrincipalComponents.Fit(matrix);

        Assert.Equal([0, 0, 0], model.ExplainedVarianceRatio);
        Assert.False(model.IsVarianceMeaningful);
        Assert.All(model.Transform(matrix).Values.ToArray(), score => Assert.Equal(0f, score));
    }

    [Fact]
    public void Fit_TwoFeaturesThreeComponents_PadsTheThird()
    {
        var model = PrincipalComponents.Fit(Matrices.Noise(50, 2));

        Assert.Equal(3, model.Count);
        Assert.Equal([0, 0], model.Component(2).ToArray());
        Assert.Equal(1, model.ExplainedVarianceRatio[0] + model.ExplainedVarianceRatio[1], 1e-12);
    }

    [Fact]
    public void Fit_ConstantFeature_GetsNoLoading()
    {
        var noise = Matrices.Noise(40, 4);
        var rows = Enumerable.Range(0, 40).Select(row => (float[])[.. noise.Row(row), 0.1f]);

        var model = PrincipalComponents.Fit(Matrices.Of([.. rows]));

        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(0, model.Component(i)[4]));
    }

    [Fact]
    public void Fit_NaN_NamesRowAndFeature()
    {
        var error = Assert.Throws<ArgumentException>(() => PrincipalComponents.Fit(Matrices.Of([1, 2], [3, float.NaN])));

        Assert.StartsWith("Row 1 ", error.Message, StringComparison.Ordinal);
        Assert.Contains("'f1'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Components_OfNoise_AreOrthonormal()
    {
        var model = PrincipalComponents.Fit(Matrices.Noise(500, 9), count: 9);

        for (var i = 0; i < 9; i++)
        {
            for (var j = 0; j < 9; j++)
            {
                var product = model.Component(i).ToArray().Zip(model.Component(j).ToArray(), (a, b) => a * b).Sum();
                Assert.Equal(i == j ? 1 : 0, product, 1e-12);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Fit_RealSongs_AgreesWithTheOracle(string set)
    {
        var oracle = Oracle.Of(set);
        var scaled = Songs2020.LoadScaled(set);

        var model = PrincipalComponents.Fit(scaled, scaled.Columns);
        var scores = PrincipalComponents.Fit(scaled).Transform(scaled);

        Assert.All(oracle.Variance.Zip(model.ExplainedVariance), pair => Close.Assert(pair.First, pair.Second, 1e-7));
        Assert.All(oracle.Ratio.Zip(model.ExplainedVarianceRatio), pair => Close.Assert(pair.First, pair.Second, 1e-7));
        Assert.All(Enumerable.Range(0, 3), i =>
            Assert.All(oracle.Components[i].Zip(model.Component(i).ToArray()), pair => Close.Assert(pair.First, pair.Second, 1e-6)));
        Assert.All(oracle.SampleRows.Index(), sample =>
            Assert.All(oracle.SampleScores[sample.Index].Index(), score => Close.Assert(score.Item, scores[sample.Item, score.Index], 1e-5)));
    }

    [Fact]
    public void Fit_NeighbouringEigenvalues_SpanTheOraclesPlane()
    {
        // Components 4 and 5 of the songs are 0.1 % to 0.5 % apart: each may turn within their plane, the plane may not.
        var oracle = Oracle.Of("songs2020_f9");

        var model = PrincipalComponents.Fit(Songs2020.LoadScaled("songs2020_f9"), 5);

        foreach (var expected in oracle.Components[3..5])
        {
            var inPlane = Enumerable.Range(3, 2).Sum(i => Math.Pow(expected.Zip(model.Component(i).ToArray(), (a, b) => a * b).Sum(), 2));
            Assert.Equal(1, inPlane, 1e-6);
        }
    }
}
