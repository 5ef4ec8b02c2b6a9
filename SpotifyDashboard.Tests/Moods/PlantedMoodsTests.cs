using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>Five sounds were planted; the moods must be those, with and without features that are noise.</summary>
public sealed class PlantedMoodsTests : IAsyncDisposable
{
    private const int Worlds = 10;
    private readonly MoodsHost _host = new();

    [Theory]
    [InlineData("9")]
    [InlineData("13")]
    public async Task Map_FivePlantedMoods_FindsThemBesideNoise(string features)
    {
        Assert.True(FeatureSet.TryParse(features, out var set, out _));
        var planted = PlantedLibrary.Songs(1200);
        var listener = await _host.AddAsync(planted.Select(pair => WithNoise(pair.Song)));

        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener) with { Features = set }, TestContext.Current.CancellationToken);
        var stability = await _host.Moods.GetStabilityAsync(map, TestContext.Current.CancellationToken);

        var truth = planted.ToDictionary(pair => pair.Song.Id ?? "", pair => pair.Sound);
        int[] expected = [.. Enumerable.Range(0, map.TrackCount).Select(row => truth[map.TrackAt(row).PublicId])];
        Assert.Equal(set.Count, map.Features.Length);
        Assert.InRange(AdjustedRandIndex.Between(expected, map.Labels.AsSpan()), 0.95, 1);
        Assert.InRange(stability ?? 0, 0.95, 1);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("13")]
    public void Count_FivePlantedMoods_IsSuggestedInNineOfTenWorlds(string features)
    {
        Assert.True(FeatureSet.TryParse(features, out var set, out _));
        var right = 0;
        for (var world = 0; world < Worlds; world++)
        {
            var songs = PlantedLibrary.Songs(300, first: world * 10_000).Select(pair => WithNoise(pair.Song));
            var raw = new FeatureMatrix(set.Keys, [.. songs.SelectMany(song => set.Keys.Select(key => (float)song.Features[key]))]);

            var answer = ClusterCounts.Evaluate(StandardScaler.Fit(raw).Transform(raw), cancellationToken: TestContext.Current.CancellationToken);

            right += answer.Suggested == 5 ? 1 : 0;
        }

        Assert.InRange(right, 9, Worlds);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>The song with the four features that say nothing about its sound drawn at random.</summary>
    private static Song WithNoise(Song song)
    {
        var random = new Random(song.Id?.Aggregate(17, (sum, letter) => unchecked((sum * 31) + letter)) ?? 0);
        return song with
        {
            Features = new Dictionary<string, double>(song.Features)
            {
                [Features.KeyOf(Feature.Key)] = random.Next(12),
                [Features.KeyOf(Feature.Mode)] = random.Next(2),
                [Features.KeyOf(Feature.DurationMs)] = 120_000 + (random.NextDouble() * 180_000),
                [Features.KeyOf(Feature.TimeSignature)] = random.Next(3, 6),
            },
        };
    }
}
