using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Moods.Recommendations;

/// <summary>The program beside a fake ReccoBeats; twenty of the world's forty tracks are in the library.</summary>
/// <remarks>Tracks 0 to 4 are played now, 5 was loved in spring 2024 and forgotten, 6 was played twice long ago, the others were saved only.</remarks>
internal sealed class RecommendationBench : IAsyncDisposable
{
    public const int LibrarySize = 20;

    private readonly SpotifyWorld _world;

    private RecommendationBench(FakeReccoBeats reccoBeats, SpotifyWorld world)
    {
        (ReccoBeats, _world, Tracks) = (reccoBeats, world, world.AddCatalogue(2 * LibrarySize));
        Host = new DashboardHost(builder => builder
            .UseSetting("Demo:Enabled", "false")
            .UseSetting("ReccoBeats:Url", reccoBeats.Url));
    }

    public FakeReccoBeats ReccoBeats { get; }

    public IReadOnlyList<WorldTrack> Tracks { get; }

    public DashboardHost Host { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="servesPages">Whether a browser will look.</param>
    public static async Task<RecommendationBench> StartAsync(bool servesPages = false)
    {
        var world = new SpotifyWorld();
        var bench = new RecommendationBench(await FakeReccoBeats.StartAsync(world, TimeProvider.System, Cancellation), world);
        if (servesPages)
        {
            bench.Host.Start();
        }

        await SongWriter.AddAsync(bench.Host.Services, bench.Tracks.Take(LibrarySize).Select(SongOf));
        return bench;
    }

    /// <summary>Releases a track once more, under another id.</summary>
    public WorldTrack AddAgain(WorldTrack track)
    {
        var again = _world.AddTrack(track.Name, _world.AddAlbum("Best of", track.Artists[0]), track.DurationMs, track.Isrc);
        again.Features = track.Features;
        return again;
    }

    public async Task<(int Status, JsonElement Body)> GetAsync(string address)
    {
        using var client = Host.CreateClient();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    public async Task<(int Status, JsonElement Body)> PostAsync(string address, object body)
    {
        using var client = Host.CreateClient();
        using var response = await client.PostAsJsonAsync(address, body, Cancellation);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    /// <summary>Ids of what is recommended, in order.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string kind) =>
        [.. (await GetAsync($"/api/recommendations?kind={kind}")).Body.EnumerateArray().Select(static item => item.GetProperty("trackId").GetString() ?? "")];

    public Task<(int Status, JsonElement Body)> SayAsync(string trackId, string verdict) => PostAsync($"/api/recommendations/{trackId}/verdict", new { verdict });

    /// <summary>Has new tracks fetched and waits for the end.</summary>
    public async Task<JobView> FetchAsync()
    {
        var (_, body) = await PostAsync("/api/recommendations/new", new { });
        var (id, jobs) = (body.GetProperty("jobId").GetGuid(), Host.Services.GetRequiredService<JobRunner>());
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = Host.Services.GetRequiredService<JobsChanged>().Subscribe(news =>
        {
            if (news.Id == id && news.HasEnded)
            {
                ended.TrySetResult();
            }
        });
        while (await jobs.FindAsync(id, Cancellation) is { HasEnded: false })
        {
            await ended.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        }

        return await jobs.FindAsync(id, Cancellation) ?? throw new InvalidOperationException("The job is not known any more.");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Assert.Empty(ReccoBeats.Violations);
        await ReccoBeats.DisposeAsync();
    }

    /// <summary>The track as it stands in the library, by its place among the first twenty.</summary>
    public static Song SongOf(WorldTrack track, int place) => Song.Of(track.Id, [.. SoundOf(track.Features)]) with
    {
        Title = track.Name,
        Artist = $"Artist of {place}",
        Plays = place switch
        {
            < 5 => [.. Days(new DateTimeOffset(2026, 6, 20, 12, 0, 0, TimeSpan.Zero).AddMinutes(10 * place), 6)],
            5 => [.. Days(new DateTimeOffset(2024, 4, 20, 12, 0, 0, TimeSpan.Zero), 12), new DateTimeOffset(2024, 6, 9, 12, 0, 0, TimeSpan.Zero)],
            6 => [.. Days(new DateTimeOffset(2025, 1, 20, 12, 0, 0, TimeSpan.Zero), 2)],
            _ => [],
        },
    };

    private static IEnumerable<DateTimeOffset> Days(DateTimeOffset last, int count) => Enumerable.Range(0, count).Select(day => last.AddDays(-day));

    private static IEnumerable<(string Key, double Value)> SoundOf(WorldFeatures? sound) =>
        new (string Key, double? Value)[]
        {
            ("danceability", sound?.Danceability), ("energy", sound?.Energy), ("loudness", sound?.Loudness), ("speechiness", sound?.Speechiness), ("acousticness", sound?.Acousticness),
            ("instrumentalness", sound?.Instrumentalness), ("liveness", sound?.Liveness), ("valence", sound?.Valence), ("tempo", sound?.Tempo),
        }.Where(static pair => pair.Value is not null).Select(static pair => (pair.Key, pair.Value ?? 0));
}
