using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Providers;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Lyrics;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers.Lyrics;

/// <summary>The program's own clients of LRCLIB and Genius, pointed at fakes, on a clock that the test drives.</summary>
internal sealed class LyricsProviders : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private LyricsProviders(FakeLrcLib lrcLib, FakeGenius genius, DrivenTime time, string token)
    {
        (LrcLib, Genius, Time) = (lrcLib, genius, time);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("LrcLib:Url", lrcLib.Url), new("Genius:Url", genius.Url), new("Genius:AccessToken", token)])
            .Build());
        services.AddSingleton<TimeProvider>(time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddProviders();
        _services = services.BuildServiceProvider();
    }

    public FakeLrcLib LrcLib { get; }

    public FakeGenius Genius { get; }

    public DrivenTime Time { get; }

    public CallLog Log { get; } = new();

    public LrcLibClient LrcLibClient => _services.GetRequiredService<LrcLibClient>();

    public GeniusClient GeniusClient => _services.GetRequiredService<GeniusClient>();

    public ServiceStates States => _services.GetRequiredService<ServiceStates>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<LyricsProviders> StartAsync(string token = FakeGenius.AccessToken)
    {
        var time = new DrivenTime();
        return new LyricsProviders(await FakeLrcLib.StartAsync(time, Cancellation), await FakeGenius.StartAsync(time, Cancellation), time, token);
    }

    public Task<SongWords?> FindAsync(string title, string artist = "Nordlys Kollektiv", string? album = null, int? durationMs = 214_000) =>
        Time.ToEndAsync(LrcLibClient.FindAsync(new SongQuestion(title, artist, album, durationMs), Cancellation));

    public Task<Uri?> PageAsync(string title, string artist = "Nordlys Kollektiv") =>
        Time.ToEndAsync(GeniusClient.FindPageAsync(new SongQuestion(title, artist), Cancellation));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await LrcLib.DisposeAsync();
        await Genius.DisposeAsync();
    }
}
