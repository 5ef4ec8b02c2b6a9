using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Lyrics;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Providers;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Moods;
using SpotifyDashboard.Tests.Providers;
using SpotifyDashboard.Tests.Providers.Lyrics;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Lyrics;

/// <summary>A listener with played songs, fakes of LRCLIB and Genius, and a process that looks for words step by step on a driven clock.</summary>
internal sealed class LyricsBench : IAsyncDisposable
{
    private LyricsBench(TestDatabase database, FakeLrcLib lrcLib, FakeGenius genius, DrivenTime time, string token, bool isEnabled)
    {
        (Database, LrcLib, Genius, Time) = (database, lrcLib, genius, time);
        Host = database.Process(
            services =>
            {
                services.AddSingleton<TimeProvider>(time);
                services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
                services.AddProviders();
                services.AddJobs();
                services.AddIngest();
                services.AddStatistics();
                services.AddMoods();
                services.AddSpotifyConsent();
                services.AddLyrics();
                services.AddSingleton<IAccessTokens>(new GivenTokens());
                services.AddSingleton<ISpotifyCapabilities, RememberedCapabilities>();
            },
            [new("LrcLib:Url", lrcLib.Url), new("Genius:Url", genius.Url), new("Genius:AccessToken", token), new("Lyrics:Enabled", isEnabled.ToString())]);
    }

    public TestDatabase Database { get; }

    public FakeLrcLib LrcLib { get; }

    public FakeGenius Genius { get; }

    public DrivenTime Time { get; }

    public IHost Host { get; }

    public CallLog Log { get; } = new();

    public int Listener { get; private set; }

    public LyricsCollector Collector => Get<LyricsCollector>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<LyricsBench> CreateAsync(PostgresServer server, DatabaseProvider? provider = null, string token = "", bool isEnabled = true)
    {
        var time = new DrivenTime();
        return new LyricsBench(
            await TestDatabase.CreateAsync(provider, server), await FakeLrcLib.StartAsync(time, Cancellation), await FakeGenius.StartAsync(time, Cancellation), time, token, isEnabled);
    }

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>Stores a song with so many plays.</summary>
    public async Task PlayAsync(string title, int plays, string artist = "Nordlys Kollektiv") => Listener = await SongWriter.AddAsync(
        Host.Services,
        [Song.Of(IdOf(title)) with { Title = title, Artist = artist, Plays = [.. Enumerable.Range(0, plays).Select(static play => new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero).AddHours(play))] }]);

    /// <summary>The Spotify id of a song.</summary>
    public static string IdOf(string title) => string.Concat(title.Where(char.IsAsciiLetterOrDigit)).PadRight(22, 'x')[..22];

    /// <summary>One step of the background work.</summary>
    public Task<TimeSpan> StepAsync() => DriveAsync(Collector.StepAsync(Cancellation));

    /// <summary>Steps until nothing waits.</summary>
    public async Task RunAsync()
    {
        while (await StepAsync() == TimeSpan.Zero)
        {
            Assert.True(LrcLib.Log.All.Count < 1000, "It never comes to rest.");
        }
    }

    public Task<T> DriveAsync<T>(Task<T> work) => Time.ToEndAsync(work, () => Log.Completed.Count);

    /// <summary>The question about a song.</summary>
    public async Task<WantedSong> SongAsync(string title)
    {
        var catalogue = (await Get<ListeningLogs>().GetAsync(Listener, Cancellation)).Catalogue;
        return WantedSongs.Of(Listener, catalogue, catalogue.IndexOf(IdOf(title)));
    }

    public async Task<SongLyrics> ReadAsync(string title) => await Get<LyricsService>().ReadAsync(Listener, IdOf(title), Cancellation) ?? throw new InvalidOperationException("There is no such song.");

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await LrcLib.DisposeAsync();
        await Genius.DisposeAsync();
    }
}
