using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Moods.Months;

namespace SpotifyDashboard.Tests.Moods.Months;

public sealed class MoodDirectionTests
{
    [Fact]
    public void Of_SeveralChanges_NamesTheTwoLargest() => Assert.Equal(
        $"{FeatureWords.Compared(Feature.Tempo, -1)}, {FeatureWords.Compared(Feature.Acousticness, 1)}",
        MoodDirection.Of([Feature.Energy, Feature.Tempo, Feature.Acousticness, Feature.Key], [0, 1, 0, 0], [0.2, 0.2, 0.5, 3]));

    [Fact]
    public void Of_LessThanATenthOfADeviation_IsHardlyAMove() => Assert.Equal("hardly at all", MoodDirection.Of([Feature.Energy], [0.5], [0.59]));
}
