using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Tests.Moods;

public sealed class MoodNamesTests
{
    private static readonly Feature[] s_three = [Feature.Energy, Feature.Valence, Feature.Tempo];

    [Fact]
    public void Names_ClearDifferences_SayTheTwoLargest()
    {
        var names = MoodNames.For(s_three, [[1.2, -0.9, 0.3], [-0.4, 0.1, -1.5]]);

        Assert.Equal(["Energetic · sombre", "Slow · calm"], names);
    }

    [Fact]
    public void Names_NothingStandsOut_SaysCloseToTheAverage()
    {
        var names = MoodNames.For(s_three, [[0.1, -0.1, 0.05], [-1, 0.1, 0.1]]);

        Assert.Equal(["Close to your average", "Calm"], names);
    }

    [Fact]
    public void Names_TwoMoodsOfTheSameWords_AreToldApartByWhereTheyDiffer()
    {
        var names = MoodNames.For(s_three, [[1.2, -0.9, 0.5], [0.9, -1.1, -0.6], [-1, 1, 0]]);

        Assert.Equal("Energetic · sombre · faster", names[0]);
        Assert.Equal("Sombre · energetic · slower", names[1]);
    }

    [Fact]
    public void Names_PitchClass_IsNotWhatAMoodIsCalledAfter()
    {
        var names = MoodNames.For([Feature.Key, Feature.Energy], [[2, 0.5], [-2, -0.5]]);

        Assert.Equal(["Energetic", "Calm"], names);
    }

    [Fact]
    public void Names_OneMood_IsCalledAllAlike() => Assert.Equal(["All tracks alike"], MoodNames.For(s_three, [[0, 0, 0]]));

    [Fact]
    public void Names_AnyCentroids_AreUnique()
    {
        // Few distinct values, so that equal and nearly equal centroids come up often.
        var coordinate = Gen.Elements(-1.0, -0.3, 0.0, 0.3, 1.0);
        var centroids =
            from moods in Gen.Choose(1, 10)
            from values in Gen.ArrayOf(coordinate, moods * 3)
            select values.Chunk(3).Select(chunk => chunk.ToImmutableArray()).ToArray();

        Prop.ForAll(centroids.ToArbitrary(), standings => MoodNames.For(s_three, standings).Distinct(StringComparer.OrdinalIgnoreCase).Count() == standings.Length)
            .QuickCheckThrowOnFailure();
    }
}
