using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Moods.Pages;

namespace SpotifyDashboard.Tests.Moods.Pages;

public sealed class MoodDistancesTests : IAsyncDisposable
{
    private readonly MoodsHost _host = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Of_AnyMap_AreThoseToTheOwnAndTheNextCentre(double emphasisOfEnergy)
    {
        var listener = await _host.AddAsync(PlantedLibrary.Songs(200).Select(pair => pair.Song));
        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener, 7) with { Emphasis = FeatureEmphasis.None.With(Feature.Energy, emphasisOfEnergy) }, TestContext.Current.CancellationToken);

        var distances = MoodDistances.Of(map);

        for (var row = 0; row < map.TrackCount; row++)
        {
            var place = map.StandingOf(row).ToArray();
            var all = map.Moods.Select(mood => Math.Sqrt(mood.Standing.Select((centre, column) => Math.Pow((map.Features[column] == Feature.Energy ? emphasisOfEnergy : 1) * (centre - place[column]), 2)).Sum() / place.Length)).ToArray();
            var others = Enumerable.Range(0, all.Length).Where(mood => mood != map.Labels[row]).ToArray();
            var next = others.MinBy(mood => all[mood]);
            Assert.Equal(all[map.Labels[row]], distances.Of(row), 1e-4);
            Assert.Equal(next, distances.NextMoodOf(row));
            Assert.Equal(Math.Min(1, all[map.Labels[row]] / all[next]), distances.RatioOf(row), 1e-4);
        }

        Assert.All(map.Moods, mood => Assert.Equal(mood.Representatives[0], Enumerable.Range(0, map.TrackCount).Where(row => map.Labels[row] == mood.Number).MinBy(distances.Of)));
    }

    [Fact]
    public async Task Of_TracksThatAreAllAlike_LieInTheOneCentreAndBetweenNone()
    {
        var listener = await _host.AddAsync(Song.Of("one"), Song.Of("two"), Song.Of("three"));
        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener, 2), TestContext.Current.CancellationToken);

        var distances = MoodDistances.Of(map);

        Assert.Single(map.Moods);
        Assert.All(Enumerable.Range(0, 3), row => Assert.Equal((0, -1, 0), (distances.Of(row), distances.NextMoodOf(row), distances.RatioOf(row))));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
