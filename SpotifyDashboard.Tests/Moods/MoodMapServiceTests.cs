using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Moods;

public sealed class MoodMapServiceTests : IAsyncDisposable
{
    private readonly MoodsHost _host = new();

    [Fact]
    public async Task Map_FivePlantedMoods_FindsThem()
    {
        var planted = PlantedLibrary.Songs(1200);
        var listener = await _host.AddAsync(planted.Select(pair => pair.Song));

        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);

        var truth = planted.ToDictionary(pair => pair.Song.Id ?? "", pair => pair.Sound);
        int[] expected = [.. Enumerable.Range(0, map.TrackCount).Select(row => truth[map.TrackAt(row).PublicId])];
        Assert.InRange(AdjustedRandIndex.Between(expected, map.Labels.AsSpan()), 0.95, 1);
        Assert.Equal(5, map.Moods.Length);
        Assert.All(map.Moods, mood => Assert.All(mood.Representatives, row => Assert.Equal(mood.Number, map.Labels[row])));
        Assert.All(map.Moods, mood => Assert.Equal(5, mood.Representatives.Distinct().Count()));
        Assert.All(map.Moods, mood => Assert.All(mood.Radar, share => Assert.InRange(share, 0, 1)));
    }

    [Fact]
    public async Task Map_TwoReleasesOfOneRecording_ShowsBothWithTheirOwnPlays()
    {
        DateTimeOffset[] days = [.. Enumerable.Range(1, 4).Select(day => new DateTimeOffset(2026, 6, day, 12, 0, 0, TimeSpan.Zero))];
        var songs = PlantedLibrary.Songs(20).Select(pair => pair.Song).ToArray();
        songs[0] = songs[0] with { Plays = days };
        songs[1] = songs[1] with { Plays = days[..1] };
        var listener = await _host.AddAsync(songs);
        await using (var write = await _host.Services.GetRequiredService<StorageWriter>().BeginAsync(listener, TestContext.Current.CancellationToken))
        {
            await write.ExecuteAsync($"UPDATE tracks SET isrc = 'SEFAK2600001' WHERE spotify_id IN ('{songs[0].Id}', '{songs[1].Id}')", TestContext.Current.CancellationToken);
            write.MarkRewritten();
            await write.CommitAsync(TestContext.Current.CancellationToken);
        }

        var request = MoodsHost.Ask(listener, moods: 2) with { Weight = MoodWeight.Plays, Scope = MoodScope.Period };
        var map = await _host.Moods.GetAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(new MoodCoverage(2, 2), map.Coverage);
        Assert.Equal([songs[0].Id, songs[1].Id], new[] { map.TrackAt(0).PublicId, map.TrackAt(1).PublicId }.OrderBy(id => id == songs[1].Id));
        Assert.Equal([0.2, 0.8], map.Moods.Select(mood => Math.Round(mood.Share, 3)).Order());
    }

    [Fact]
    public async Task Map_FivePercentMoreTracks_KeepsTheNumberOfEveryMood()
    {
        var listener = await _host.AddAsync(PlantedLibrary.Songs(1000).Select(pair => pair.Song));
        var before = await LabelsAsync(listener);

        // The additions all sound like the smallest mood, so that an order by size alone would renumber.
        var smallest = before.Values.CountBy(mood => mood).MinBy(pair => pair.Value).Key;
        var sound = PlantedLibrary.Songs(1000).First(pair => before[pair.Song.Id ?? ""] == smallest).Sound;
        await _host.AddAsync(PlantedLibrary.Songs(400, first: 5000).Where(pair => pair.Sound == sound).Take(50).Select(pair => pair.Song));
        var after = await LabelsAsync(listener);

        Assert.Equal(1050, after.Count);
        Assert.InRange(before.Count(pair => after[pair.Key] == pair.Value), 980, 1000);
        Assert.NotEqual([.. after.Values.CountBy(mood => mood).OrderByDescending(pair => pair.Value).Select(pair => pair.Key)], Enumerable.Range(0, 5));
    }

    [Fact]
    public async Task Map_AskedTwiceByFreshProcesses_IsTheSame()
    {
        var songs = PlantedLibrary.Songs(300).Select(pair => pair.Song).ToList();
        var listener = await _host.AddAsync(songs);
        await using var other = new MoodsHost();
        songs.Reverse();
        var otherListener = await other.AddAsync(songs);

        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);
        var again = await other.Moods.GetAsync(MoodsHost.Ask(otherListener), TestContext.Current.CancellationToken);

        Assert.Equal(map.Labels, again.Labels);
        Assert.Equal(map.Inertia, again.Inertia);
        Assert.Equal(map.Moods.Select(mood => mood.Name), again.Moods.Select(mood => mood.Name));
    }

    [Fact]
    public async Task Map_AskedByManyAtOnce_IsMadeOnce()
    {
        var listener = await _host.AddAsync(PlantedLibrary.Songs(500).Select(pair => pair.Song));

        var maps = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken)));

        Assert.All(maps, map => Assert.Same(maps[0], map));
    }

    [Fact]
    public async Task Map_CallerGaveUp_ThrowsAndTheNextCallerGetsIt()
    {
        var listener = await _host.AddAsync(PlantedLibrary.Songs(200).Select(pair => pair.Song));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.Moods.GetAsync(MoodsHost.Ask(listener), new CancellationToken(canceled: true)));

        Assert.Equal(200, (await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken)).TrackCount);
    }

    [Fact]
    public async Task Map_FourTracks_MakesAtMostFourMoodsAndSaysSo()
    {
        var listener = await _host.AddAsync(PlantedLibrary.Songs(4).Select(pair => pair.Song));

        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);

        Assert.Equal(4, map.Moods.Length);
        Assert.Contains("4 tracks make at most 4 moods.", map.Notes);
        Assert.Null(map.Silhouette);
        var comparison = await _host.Moods.CompareAsync(MoodsHost.Ask(listener), progress: null, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(comparison.Answer.Evaluated, figures => figures.Clusters >= 4);
    }

    [Fact]
    public async Task Map_AllTracksIdentical_IsOneMoodAndSaysSo()
    {
        var listener = await _host.AddAsync(Enumerable.Range(0, 20).Select(number => Song.Of($"same{number}", ("energy", 0.1))));

        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);

        Assert.Equal(20, Assert.Single(map.Moods).TrackCount);
        Assert.Contains("Only 1 of these tracks sound different, so there is 1 mood.", map.Notes);
        Assert.Contains("energy is the same for all tracks, so it tells none apart.", map.Notes);
        Assert.False(map.IsVarianceMeaningful);
        Assert.Equal(0.1, map.Moods[0].Centroid[map.Features.IndexOf(Feature.Energy)], 1e-7);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Map_OneOrTwoTracks_PlacesThemAndCallsTheVarianceMeaningless(int count)
    {
        var listener = await _host.AddAsync(PlantedLibrary.Songs(count).Select(pair => pair.Song));

        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);

        Assert.Equal(count, map.TrackCount);
        Assert.False(map.IsVarianceMeaningful);
        Assert.Equal(0, map.PlaceOf(0)[2]);
    }

    [Fact]
    public async Task Map_FeatureMostTracksLack_DropsTheFeatureAndKeepsTheTracks()
    {
        var songs = PlantedLibrary.Songs(100).Select((pair, index) => Without(pair.Song, index < 79 ? [] : ["tempo"]));
        var listener = await _host.AddAsync(songs);

        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);

        Assert.Equal(new MoodCoverage(100, 100), map.Coverage);
        Assert.DoesNotContain(Feature.Tempo, map.Features);
        Assert.Contains("tempo is known for 79 of 100 tracks, so it was left out.", map.Notes);
    }

    [Fact]
    public async Task Map_FeatureFewTracksLack_KeepsTheFeatureAndLeavesThoseTracksOut()
    {
        var songs = PlantedLibrary.Songs(100).Select((pair, index) => Without(pair.Song, index < 80 ? [] : ["tempo"]));
        var listener = await _host.AddAsync([.. songs, new Song("unheard", new Dictionary<string, double>())]);

        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);

        Assert.Equal(new MoodCoverage(80, 101), map.Coverage);
        Assert.Contains(Feature.Tempo, map.Features);
    }

    [Fact]
    public async Task Map_TracksWithoutFeatures_HasNoMoods()
    {
        var listener = await _host.AddAsync(new Song("a", new Dictionary<string, double>()), new Song("b", new Dictionary<string, double>()));

        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);

        Assert.Equal(new MoodCoverage(0, 2), map.Coverage);
        Assert.Empty(map.Moods);
    }

    [Fact]
    public async Task Map_OneSilentTrack_ShowsTheOutlier()
    {
        var songs = PlantedLibrary.Songs(200).Select(pair => pair.Song).Append(Song.Of("silent", ("tempo", 0), ("loudness", -60)));
        var listener = await _host.AddAsync(songs);

        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);

        Assert.Equal(201, map.TrackCount);
        Assert.Contains("silent", Enumerable.Range(0, 201).Select(row => map.TrackAt(row).PublicId));
    }

    [Fact]
    public async Task Map_WeighedByPlays_SharesPlaysAndMovesTheCentres()
    {
        var day = new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);
        var songs = PlantedLibrary.Songs(100).Select((pair, index) =>
            pair.Song with { Plays = [.. Enumerable.Range(0, pair.Sound == 0 ? 9 : 1).Select(play => day.AddMinutes((index * 50) + (5 * play)))] }).ToList();
        var listener = await _host.AddAsync(songs);
        var loved = PlantedLibrary.Songs(100).Count(pair => pair.Sound == 0);

        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener) with { Weight = MoodWeight.Plays }, TestContext.Current.CancellationToken);

        var mood = map.Moods.MaxBy(candidate => candidate.Share);
        Assert.Equal(loved, mood?.TrackCount);
        Assert.Equal(9.0 * loved / ((9.0 * loved) + 100 - loved), mood?.Share ?? 0, 1e-6);
    }

    [Fact]
    public async Task Map_OfAPeriod_ShowsTheTracksPlayedInItByTheListenersDays()
    {
        var songs = PlantedLibrary.Songs(30).Select((pair, index) => pair.Song with
        {
            Plays = [new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero).AddDays(index)],
        });
        var listener = await _host.AddAsync(songs);
        var request = MoodsHost.Ask(listener, moods: 2) with
        {
            Scope = MoodScope.Period,
            Period = new Period(new DateOnly(2024, 5, 10), new DateOnly(2024, 5, 19)),
        };

        var map = await _host.Moods.GetAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(new MoodCoverage(10, 10), map.Coverage);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public async Task Map_ImpossibleNumberOfMoods_IsRefused(int moods) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _host.Moods.GetAsync(MoodsHost.Ask(1, moods), TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static Song Without(Song song, string[] keys) =>
        song with { Features = song.Features.Where(pair => !keys.Contains(pair.Key)).ToDictionary() };

    private async Task<Dictionary<string, int>> LabelsAsync(int listener)
    {
        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);
        return Enumerable.Range(0, map.TrackCount).ToDictionary(row => map.TrackAt(row).PublicId, row => map.Labels[row]);
    }
}
