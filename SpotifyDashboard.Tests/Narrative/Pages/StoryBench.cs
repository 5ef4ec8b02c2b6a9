using Microsoft.AspNetCore.Hosting;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Moods;

namespace SpotifyDashboard.Tests.Narrative.Pages;

/// <summary>A dashboard with own plays of a spring and a language model that it may ask.</summary>
internal sealed class StoryBench : IAsyncDisposable
{
    private const int Songs = 60;

    private static readonly string[] s_artists = ["Velvet Harbour", "Nordlicht", "Coco Marchetti", "Soft Machinery", "Disco Atlas", "Lantern Row", "Paper Comets"];
    private static readonly string[] s_firstWords = ["Amber", "Hollow", "Silver", "Restless", "Golden", "Distant", "Broken", "Velvet"];
    private static readonly string[] s_lastWords = ["Harbour", "Signals", "Orchard", "Engines", "Meadow", "Lanterns", "Staircase", "Winter"];

    private StoryBench(FakeLanguageModel model, DashboardHost host) => (Model, Host) = (model, host);

    public FakeLanguageModel Model { get; }

    public DashboardHost Host { get; }

    public static async Task<StoryBench> StartAsync()
    {
        var model = await FakeLanguageModel.StartAsync(TimeProvider.System, TestContext.Current.CancellationToken);
        var host = new DashboardHost(builder => builder
            .UseSetting("Demo:Enabled", "false")
            .UseSetting("Narrative:Endpoint", model.Url)
            .UseSetting("Narrative:ApiKey", FakeLanguageModel.Key)
            .UseSetting("Narrative:Model", FakeLanguageModel.Model));
        host.Start();
        await SongWriter.AddAsync(host.Services, PlantedLibrary.Songs(Songs).Select(static (planted, number) => planted.Song with
        {
            Title = $"{s_firstWords[number % 8]} {s_lastWords[number / 8]}",
            Artist = s_artists[number % 7],
            Plays = [.. Enumerable.Range(0, 1 + (number % 5)).Select(play => new DateTimeOffset(2025, 3, 1, 18, number % 60, 0, TimeSpan.Zero).AddDays((number + (play * 11)) % 80))],
        }));
        return new StoryBench(model, host);
    }

    /// <summary>Lets the next story come in parts, one for each release.</summary>
    public SemaphoreSlim SlowDown(int parts)
    {
        var releases = new SemaphoreSlim(0);
        Model.Next(call =>
        {
            var story = FaithfulStory.Of(call);
            return FakeModelAnswers.Slowly([.. story.Chunk((story.Length + parts - 1) / parts).Select(static part => new string(part))], releases);
        });
        return releases;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Model.DisposeAsync();
    }
}
