using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Lyrics;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Moods;

namespace SpotifyDashboard.Tests.Lyrics;

/// <summary>The whole program beside a fake LRCLIB, with songs of an own listener; looking for words is switched off until a test wants it.</summary>
internal sealed class WordsHost : IAsyncDisposable
{
    public const string HappyWords = "I am so happy and I love the sunshine over the harbour\nthe joy, your smile and the dancing, wonderful friends of mine";
    public const string SadWords = "I am so lonely and I hate the darkness over the harbour\nthe tears, your lies and the dying, hopeless heart of mine and this pain";

    private static readonly DateTimeOffset s_noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private WordsHost(FakeLrcLib lrcLib)
    {
        LrcLib = lrcLib;
        Host = new DashboardHost(builder => builder.UseSetting("Demo:Enabled", "false").UseSetting("LrcLib:Url", lrcLib.Url));
    }

    public FakeLrcLib LrcLib { get; }

    public DashboardHost Host { get; }

    public int Listener { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="songs">Titles, plays and how happy each sounds.</param>
    /// <param name="servesPages">Whether a browser will look.</param>
    public static async Task<WordsHost> StartAsync(IEnumerable<(string Title, int Plays, double Valence)> songs, bool servesPages = false)
    {
        var host = new WordsHost(await FakeLrcLib.StartAsync(TimeProvider.System, Cancellation));
        if (servesPages)
        {
            host.Host.Start();
        }

        // Before there is anything to ask about.
        host.Listener = await host.Get<ListenerDirectory>().GetOrCreateOwnAsync(Cancellation);
        await host.SwitchAsync(isOn: false);
        await SongWriter.AddAsync(host.Host.Services, songs.Select(static song => Song.Of(LyricsBench.IdOf(song.Title), ("valence", song.Valence)) with
        {
            Title = song.Title,
            Artist = "Nordlys Kollektiv",
            Plays = [.. Enumerable.Range(0, song.Plays).Select(static play => s_noon.AddHours(play))],
        }));
        return host;
    }

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    public Task SwitchAsync(bool isOn) => Get<LyricsSwitch>().SetAsync(Listener, isOn, Cancellation);

    /// <summary>Stores what came of asking about a song, as if it had been asked.</summary>
    public async Task KeepAsync(string title, LyricsState state, string? text = null)
    {
        var catalogue = (await Get<ListeningLogs>().GetAsync(Listener, Cancellation)).Catalogue;
        await Get<LyricsStore>().KeepAsync(
            new LyricsRow { ListenerId = Listener, TrackId = catalogue.Tracks[catalogue.IndexOf(LyricsBench.IdOf(title))].Id, Outcome = (byte)state, Text = text, AskedAt = TimeProvider.System.GetUtcNow() }, Cancellation);
    }

    public async Task<(int Status, JsonElement Body)> GetAsync(string address)
    {
        using var client = Host.CreateClient();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    public async Task<string> TextAsync(string address)
    {
        using var client = Host.CreateClient();
        return await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
    }

    public async Task<(int Status, JsonElement Body)> PostAsync(string address)
    {
        using var client = Host.CreateClient();
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), content: null, Cancellation);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await LrcLib.DisposeAsync();
    }
}
