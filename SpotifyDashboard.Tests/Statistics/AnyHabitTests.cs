using SpotifyDashboard.Statistics.Discovery;

namespace SpotifyDashboard.Tests.Statistics;

/// <summary>The properties below check nothing where there is nothing to find.</summary>
public sealed class AnyHabitTests
{
    [Fact]
    public void Of_ThreeHundredSeeds_HoldsReturnsObsessionsAndForgottenOnes()
    {
        var views = Enumerable.Range(0, 300).Select(AnyHabit.Of).ToList();

        Assert.InRange(views.Count(view => Rediscoveries.Of(view, 500).Count > 0), 15, 300);
        Assert.InRange(views.Count(view => Rediscoveries.Of(view, 500).Count > 1), 5, 300);
        Assert.InRange(views.Count(view => Obsessions.Of(view, 500).Count > 1), 15, 300);
        Assert.InRange(views.Count(view => ForgottenFavourites.Of(view, 500).Count > 1), 15, 300);
        Assert.InRange(views.Count(view => Loyalty.Of(view).LongestRun is not null), 100, 300);
    }
}
