using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Providers;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers;

/// <summary>The program's own clients, pointed at fakes, on a clock that the test drives.</summary>
internal sealed class ProvidersBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _driven;

    private ProvidersBench(FakeSpotify spotify, FakeReccoBeats reccoBeats, FakeMusicBrainz musicBrainz, DrivenTime time, Dictionary<string, string?> settings)
    {
        ReccoBeats = reccoBeats;
        MusicBrainz = musicBrainz;
        settings.TryAdd("ReccoBeats:Url", reccoBeats.Url);
        settings.TryAdd("MusicBrainz:Url", musicBrainz.Url);
        Spotify = spotify;
        Time = time;
        Budget = new RecordedBudget(time);
        Mara = spotify.World.AddUser("mara.l", "Mara Lindqvist");
        Tokens = new GivenTokens(spotify.GiveAccessToken(Mara), spotify.GiveAccessToken(Mara));
        settings.TryAdd("Spotify:AccountsUrl", spotify.AccountsUrl);
        settings.TryAdd("Spotify:ApiUrl", spotify.ApiUrl);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton<TimeProvider>(time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddProviders();
        services.AddSingleton<ICallBudget>(Budget);
        services.AddSingleton<IAccessTokens>(_ => Tokens);
        services.AddSingleton<ISpotifyCapabilities, RememberedCapabilities>();
        _services = services.BuildServiceProvider();
    }

    public const int Listener = 1;

    public FakeSpotify Spotify { get; }

    public FakeReccoBeats ReccoBeats { get; }

    public FakeMusicBrainz MusicBrainz { get; }

    public SpotifyWorld World => Spotify.World;

    public WorldUser Mara { get; }

    public DrivenTime Time { get; }

    public RecordedBudget Budget { get; }

    public GivenTokens Tokens { get; set; }

    public CallLog Log { get; } = new();

    public SpotifyClient Client => Get<SpotifyClient>();

    public SpotifyAccounts Accounts => Get<SpotifyAccounts>();

    public ServiceStates States => Get<ServiceStates>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ProvidersBench> StartAsync(params (string Key, string? Value)[] settings)
    {
        var time = new DrivenTime();
        var world = new SpotifyWorld();
        return new ProvidersBench(
            await FakeSpotify.StartAsync(world, time, Cancellation),
            await FakeReccoBeats.StartAsync(world, time, Cancellation),
            await FakeMusicBrainz.StartAsync(world, time, Cancellation),
            time,
            settings.ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal));
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Moves the clock over every wait between attempts until the call ends. Where it is used, every call of the test goes through it.</summary>
    public async Task<T> DriveAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            Cancellation.ThrowIfCancellationRequested();

            // An attempt has ended, and beside the call's own time limit there is the wait before the next.
            if (Log.Completed.Count > _driven && Time.Waiting == 2 && Time.NextDue is { } due)
            {
                _driven++;
                Time.AdvanceTo(due);
            }

            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(2), Cancellation));
        }

        _driven = Log.Completed.Count;
        return await call;
    }

    /// <summary>The exception with which a call ends.</summary>
    public async Task<ProviderException> FailAsync<T>(Task<T> call) => await Assert.ThrowsAsync<ProviderException>(() => DriveAsync(call));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Spotify.DisposeAsync();
        await ReccoBeats.DisposeAsync();
        await MusicBrainz.DisposeAsync();
    }
}
