using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Moods.Similarity;

namespace SpotifyDashboard.Tests.Moods.Similarity;

public sealed class LikenessWordsTests
{
    private static readonly Feature[] s_features = [Feature.Energy, Feature.Tempo, Feature.Acousticness, Feature.Key];

    [Fact]
    public void Of_BothStandOutAlike_SaysInWhatAndInWhatTheyDiffer() => Assert.Equal(
        $"both {FeatureWords.Of(Feature.Tempo, 1)} and {FeatureWords.Of(Feature.Energy, 1)}, {FeatureWords.Compared(Feature.Acousticness, -1)}",
        LikenessWords.Of(s_features, [1.2f, 2.1f, 1.5f, 0], [1.0f, 1.9f, 0.2f, 0]));

    [Fact]
    public void Of_OppositeSides_AreNoLikeness() => Assert.Equal(
        $"much alike, {FeatureWords.Compared(Feature.Energy, -1)}", LikenessWords.Of(s_features, [0.6f, 0, 0, 0], [-0.6f, 0, 0, 0]));

    [Fact]
    public void Of_PitchClassApart_IsNotSpokenOf() => Assert.Equal("alike throughout", LikenessWords.Of(s_features, [0.1f, 0, 0, -2], [0.2f, 0, 0, 2]));

    [Fact]
    public void Of_QuietAlike_SaysOnlyThat() => Assert.Equal($"both {FeatureWords.Of(Feature.Energy, -1)}", LikenessWords.Of(s_features, [-1, 0, 0, 0], [-1, 0.2f, 0, 0]));
}
