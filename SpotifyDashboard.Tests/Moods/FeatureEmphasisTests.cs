using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Tests.Moods;

public sealed class FeatureEmphasisTests
{
    [Theory]
    [InlineData("")]
    [InlineData("energy:2,tempo:0.5")]
    [InlineData("danceability:3,time_signature:0.5")]
    public void Emphasis_WrittenAndReadAgain_IsTheSame(string text)
    {
        Assert.True(FeatureEmphasis.TryParse(text, out var emphasis, out _));

        Assert.Equal(text, emphasis.ToString());
    }

    [Fact]
    public void Emphasis_OfOneFeature_LeavesTheOthersAtOne()
    {
        var emphasis = FeatureEmphasis.None.With(Feature.Tempo, 3).With(Feature.Energy, 0.5).With(Feature.Tempo, 2);

        Assert.Equal(2, emphasis.Of(Feature.Tempo));
        Assert.Equal(0.5, emphasis.Of(Feature.Energy));
        Assert.All(Features.Thirteen.Except([Feature.Tempo, Feature.Energy]), feature => Assert.Equal(1, emphasis.Of(feature)));
        Assert.Equal(FeatureEmphasis.None, emphasis.With(Feature.Tempo, 1).With(Feature.Energy, 1));
    }

    [Fact]
    public void Emphasis_WithinASet_ForgetsTheOthers()
    {
        var emphasis = FeatureEmphasis.None.With(Feature.Tempo, 3).With(Feature.Key, 2);

        Assert.Equal(FeatureEmphasis.None.With(Feature.Tempo, 3), emphasis.Within(FeatureSet.Nine));
    }

    [Theory]
    [InlineData("loudnes:2", "loudnes")]
    [InlineData("energy", "energy")]
    [InlineData("energy:4", "energy:4")]
    [InlineData("energy:-1", "energy:-1")]
    [InlineData("energy:two", "energy:two")]
    public void Emphasis_ThatCannotBeRead_IsNamed(string text, string named)
    {
        Assert.False(FeatureEmphasis.TryParse(text, out _, out var problem));

        Assert.Contains($"'{named}'", problem, StringComparison.Ordinal);
    }
}
