using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Tests.Demo;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>Moods stay what they were while the library grows, and say it where they don't.</summary>
public sealed class MoodContinuityTests : IAsyncDisposable
{
    private readonly MoodsHost _host = new();

    [Theory]
    [InlineData("9")]
    [InlineData("13")]
    public async Task Songs_FivePercentMoreTracks_KeepNinetyNinePercentOfTheirMoods(string features)
    {
        var songs = SongsOf2020.Read().ToList();
        var random = new Random(5);
        var (most, rest) = (new List<Song>(), new List<Song>());
        songs.ForEach(song => (random.NextDouble() < 1 / 1.05 ? most : rest).Add(song));
        Assert.True(FeatureSet.TryParse(features, out var set, out _));
        var listener = await _host.AddAsync(most);
        var before = await MapAsync(MoodsHost.Ask(listener) with { Features = set });

        await _host.AddAsync(rest);
        var after = await MapAsync(MoodsHost.Ask(listener) with { Features = set });

        Assert.Equal(songs.Count, after.TrackCount);
        Assert.InRange(SharedLabels(before, after), 0.99, 1);
        Assert.Equal(before.Moods.Select(mood => mood.Name), after.Moods.Select(mood => mood.Name));
        Assert.All(after.Moods, mood => Assert.Null(mood.Was));
    }

    [Fact]
    public async Task PlantedWorlds_FivePercentMoreTracks_KeepNinetyNinePercentOfTheirMoods()
    {
        for (var world = 0; world < 10; world++)
        {
            await using var host = new MoodsHost();
            var listener = await host.AddAsync(PlantedLibrary.Songs(600, first: world * 10_000).Select(pair => pair.Song));
            var before = await host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);

            await host.AddAsync(PlantedLibrary.Songs(30, first: (world * 10_000) + 5000).Select(pair => pair.Song));
            var after = await host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);

            Assert.Equal(630, after.TrackCount);
            Assert.InRange(SharedLabels(before, after), 0.99, 1);
            Assert.Equal(before.Moods.Select(mood => mood.Name), after.Moods.Select(mood => mood.Name));
        }
    }

    [Fact]
    public async Task Moods_OneMoreAskedFor_KeepNamesAndNumbersWhereTheyAreTheSame()
    {
        var listener = await _host.AddAsync(PlantedLibrary.Songs(800).Select(pair => pair.Song));
        var five = await MapAsync(MoodsHost.Ask(listener));

        var six = await MapAsync(MoodsHost.Ask(listener, moods: 6));

        // Five planted sounds: a sixth mood can only be cut from one of them, the other four are untouched.
        var same = five.Moods.Count(mood => six.Moods[mood.Number].Name == mood.Name);
        Assert.InRange(same, 4, 5);
        Assert.Equal(6, six.Moods.Select(mood => mood.Name).Distinct().Count());
        Assert.All(six.Moods, mood => Assert.Null(mood.Was));
    }

    [Fact]
    public async Task Mood_ThatClearlyChanged_GetsANewNameAndSaysTheOldOneForAMonth()
    {
        var clock = new FixedTime(DateTimeOffset.UtcNow);
        await using var host = new MoodsHost();
        await using var clocked = host.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));
        var moods = clocked.Services.GetRequiredService<MoodMapService>();
        var listener = await SongWriter.AddAsync(clocked.Services, Group("calm", 40, 0.2, 0.2).Concat(Group("wild", 40, 0.8, 0.8)));
        var request = MoodsHost.Ask(listener, moods: 2);
        var before = await moods.GetAsync(request, TestContext.Current.CancellationToken);

        // Many tracks that are neither: the second mood is no longer what it was called after.
        await SongWriter.AddAsync(clocked.Services, Group("odd", 400, 0.8, 0.05));
        var changed = await moods.GetAsync(request, TestContext.Current.CancellationToken);
        await SongWriter.AddAsync(clocked.Services, Group("late", 1, 0.8, 0.05));
        var later = await moods.GetAsync(request, TestContext.Current.CancellationToken);
        clock.Now += TimeSpan.FromDays(31);
        await SongWriter.AddAsync(clocked.Services, Group("last", 1, 0.8, 0.05));
        var old = await moods.GetAsync(request, TestContext.Current.CancellationToken);

        var renamed = changed.Moods.Where(mood => mood.Was is not null).ToList();
        Assert.NotEmpty(renamed);
        Assert.All(renamed, mood => Assert.Equal(before.Moods[mood.Number].Name, mood.Was));
        Assert.All(renamed, mood => Assert.NotEqual(mood.Was, mood.Name));
        Assert.Equal(changed.Moods.Select(mood => (mood.Name, mood.Was)), later.Moods.Select(mood => (mood.Name, mood.Was)));
        Assert.Equal(changed.Moods.Select(mood => mood.Name), old.Moods.Select(mood => mood.Name));
        Assert.All(old.Moods, mood => Assert.Null(mood.Was));
    }

    [Fact]
    public async Task Moods_WhoseTracksWentElsewhere_SayThatTheySplitAndMerged()
    {
        // In three moods the nearer pair of groups shares one: a and b at first, c and d once a and b have a few tracks more.
        var listener = await _host.AddAsync(Group("a", 60, 0.30, 0.3).Concat(Group("b", 60, 0.42, 0.3)).Concat(Group("c", 60, 0.60, 0.8)).Concat(Group("d", 60, 0.725, 0.8)));
        var before = await MapAsync(MoodsHost.Ask(listener, moods: 3));

        await _host.AddAsync(Group("aa", 9, 0.30, 0.3).Concat(Group("bb", 9, 0.42, 0.3)));
        var after = await MapAsync(MoodsHost.Ask(listener, moods: 3));
        await _host.AddAsync(Group("late", 1, 0.42, 0.3));
        var later = await MapAsync(MoodsHost.Ask(listener, moods: 3));

        var shared = before.Moods.Single(mood => mood.TrackCount == 120);
        var told = after.Notes.Where(note => note.Contains(shared.Name, StringComparison.Ordinal)).ToList();
        Assert.Contains(told, note => note.StartsWith($"“{shared.Name}” has split into “", StringComparison.Ordinal));
        var merged = after.Moods.Single(mood => mood.TrackCount == 120);
        Assert.Contains(after.Notes, note => note.EndsWith($" have become “{merged.Name}”.", StringComparison.Ordinal));
        Assert.All(told, note => Assert.Contains(note, later.Notes));
    }

    [Fact]
    public async Task Mood_NextToManyNewTracks_HasNotSplit()
    {
        var listener = await _host.AddAsync(Group("a", 60, 0.30, 0.3).Concat(Group("b", 60, 0.42, 0.3)).Concat(Group("c", 60, 0.36, 0.8)));
        await MapAsync(MoodsHost.Ask(listener, moods: 3));

        await _host.AddAsync(Group("d", 60, 0.99, 0.3));
        var after = await MapAsync(MoodsHost.Ask(listener, moods: 3));

        var merged = after.Moods.Single(mood => mood.TrackCount == 120);
        Assert.Contains(after.Notes, note => note.EndsWith($" have become “{merged.Name}”.", StringComparison.Ordinal));
        Assert.DoesNotContain(after.Notes, note => note.Contains("split", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Moods_OfAPeriodOrEmphasised_AreMatchedButNotRemembered()
    {
        var listener = await _host.AddAsync(PlantedLibrary.Songs(400).Select(pair => pair.Song));
        var plain = await MapAsync(MoodsHost.Ask(listener));

        Assert.True(FeatureEmphasis.TryParse("tempo:3,liveness:0.5", out var emphasis, out _));
        var emphasised = await MapAsync(MoodsHost.Ask(listener) with { Emphasis = emphasis });
        await _host.AddAsync(PlantedLibrary.Songs(1, first: 9000).Select(pair => pair.Song));
        var again = await MapAsync(MoodsHost.Ask(listener));

        Assert.NotEqual(plain.PlaceOf(0).ToArray(), emphasised.PlaceOf(0).ToArray());
        Assert.Equal(plain.Moods.Select(mood => mood.Name), emphasised.Moods.Select(mood => mood.Name));
        Assert.Equal(plain.Moods.Select(mood => mood.Name), again.Moods.Select(mood => mood.Name));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task<MoodMap> MapAsync(MoodMapRequest request) => _host.Moods.GetAsync(request, TestContext.Current.CancellationToken);

    /// <summary>Tracks around one place in energy and valence.</summary>
    private static IEnumerable<Song> Group(string name, int count, double energy, double valence) => Enumerable.Range(0, count).Select(number =>
    {
        var random = new Random(number);
        return Song.Of($"{name}{number}", ("energy", energy + (0.02 * random.NextDouble())), ("valence", valence + (0.02 * random.NextDouble())));
    });

    /// <summary>The share of the tracks of both maps that have the same mood number.</summary>
    private static double SharedLabels(MoodMap before, MoodMap after)
    {
        var rows = Enumerable.Range(0, before.TrackCount).ToList();
        return (double)rows.Count(row => before.Labels[row] == after.Labels[after.RowOf(before.TrackAt(row).PublicId)]) / rows.Count;
    }
}
