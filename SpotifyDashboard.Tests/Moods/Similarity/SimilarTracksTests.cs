using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Moods.Similarity;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Moods.Similarity;

public sealed class SimilarTracksTests : IAsyncLifetime
{
    private readonly MoodsHost _host = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Of_AnyTrack_AreTheRowsOfTheGreatestCosine()
    {
        var listener = await _host.AddAsync(PlantedLibrary.Songs(120).Select(pair => pair.Song));
        var map = await _host.Moods.GetAsync(MoodMapRequest.OfLibrary(listener, 5), TestContext.Current.CancellationToken);
        var similar = _host.Services.GetRequiredService<SimilarTracks>();

        foreach (var row in Enumerable.Range(0, map.TrackCount).Where(row => row % 10 == 0))
        {
            var found = await similar.OfAsync(listener, map.TrackAt(row).PublicId, 5, TestContext.Current.CancellationToken);

            var expected = Enumerable.Range(0, map.TrackCount).Where(other => other != row)
                .OrderByDescending(other => CosineSimilarity.Of(map.StandingOf(other), map.StandingOf(row)))
                .Take(5).Select(other => map.TrackAt(other).PublicId);
            Assert.Equal(expected, found.Select(track => track.Id));
            Assert.All(found, track => Assert.Equal((track.Id, $"Song {track.Id}", "An artist"), (track.SoundId, track.Title, track.Artist)));
            Assert.All(found, track => Assert.NotEqual("", track.Reason));
        }
    }

    [Fact]
    public async Task Of_UnknownOrUnheardTrack_IsEmpty()
    {
        var listener = await _host.AddAsync([.. PlantedLibrary.Songs(20).Select(pair => pair.Song), new Song("silent", new Dictionary<string, double>())]);
        var similar = _host.Services.GetRequiredService<SimilarTracks>();

        Assert.Empty(await similar.OfAsync(listener, "nobody", 5, TestContext.Current.CancellationToken));
        Assert.Empty(await similar.OfAsync(listener, "silent", 5, TestContext.Current.CancellationToken));
    }
}
