using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Caching;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;
using SpotifyConnection = SpotifyDashboard.SignIn.SpotifyConnection;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>A fake Spotify with one user, and processes of the program that log in to it, on a database and a clock of the test's own.</summary>
internal sealed class LoginBench : IAsyncDisposable
{
    public const string Browser = "a-browser";

    private static readonly HttpClient s_browser = new(new HttpClientHandler { AllowAutoRedirect = false });

    private LoginBench(TestDatabase database, FakeSpotify spotify, DrivenTime time)
    {
        (Database, Spotify, Time) = (database, spotify, time);
        Mara = spotify.World.AddUser("mara.l", "Mara Lindqvist");
        First = Process();
    }

    public TestDatabase Database { get; }

    public FakeSpotify Spotify { get; }

    public DrivenTime Time { get; }

    public WorldUser Mara { get; }

    public KeptLog Log { get; } = new();

    /// <summary>A process of the program; not started.</summary>
    public IHost First { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<LoginBench> CreateAsync(PostgresServer server, DatabaseProvider? provider = null)
    {
        var time = new DrivenTime();
        return new LoginBench(await TestDatabase.CreateAsync(provider, server), await FakeSpotify.StartAsync(new SpotifyWorld(), time, Cancellation), time);
    }

    /// <summary>Another process on the same database.</summary>
    /// <param name="settings">Settings that differ from those of the others.</param>
    public IHost Process(params KeyValuePair<string, string?>[] settings) => Database.Process(
        services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
            services.AddCaching();
            services.AddProviders();
            services.AddJobs();
            services.AddIngest();
            services.AddAccess();
        },
        [
            new("Spotify:ApiUrl", Spotify.ApiUrl),
            new("Spotify:AccountsUrl", Spotify.AccountsUrl),
            .. settings.Any(setting => setting.Key == "Spotify:ClientId") ? [] : new KeyValuePair<string, string?>[] { new("Spotify:ClientId", Spotify.App.ClientId) },
            .. settings,
        ]);

    public static T Get<T>(IHost process)
        where T : notnull => process.Services.GetRequiredService<T>();

    /// <summary>The code and state that come back when the user opens Spotify's page.</summary>
    public static async Task<PastedAddress> ConsentAsync(LoginBegun begun)
    {
        using var response = await s_browser.GetAsync(begun.Url, Cancellation);
        return PastedAddress.Read(response.Headers.Location?.OriginalString ?? await response.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Logs the user in, the whole way.</summary>
    public async Task<ListenerProfile> LogInAsync(IHost? process = null)
    {
        var login = Get<SpotifyLogin>(process ?? First);
        var came = await ConsentAsync(await login.BeginAsync(Browser, Cancellation));
        var outcome = await DriveAsync(login.CompleteAsync(came.Code ?? "", came.State ?? "", Browser, Cancellation));
        return outcome.Listener ?? throw new InvalidOperationException("Nobody was logged in.");
    }

    public Task<string> TokenAsync(int listener, IHost? process = null) => DriveAsync(Get<IAccessTokens>(process ?? First).GetAsync(listener, Cancellation));

    public Task<ConnectionStatus> StatusAsync(IHost? process = null) => Get<SpotifyConnection>(process ?? First).ReadAsync(Cancellation);

    /// <summary>Moves the clock on, a second at a time, while work waits for nothing else.</summary>
    public async Task<T> DriveAsync<T>(Task<T> work)
    {
        for (var round = 1; !work.IsCompleted; round++)
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(10), Cancellation));
            if (round % 20 == 0 && !work.IsCompleted)
            {
                Time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        return await work;
    }

    public async Task<long> CountAsync(string table) =>
        long.Parse(await Database.ScalarAsync($"SELECT COUNT(*) FROM {table}") ?? "", CultureInfo.InvariantCulture);

    /// <summary>Everything that is stored, table by table, as text.</summary>
    public async Task<string> EverythingStoredAsync()
    {
        string[] tables = ["listeners", "spotify_accounts", "login_attempts", "installation_facts", "jobs", "api_calls", "service_blocks", "service_states", "cached_answers"];
        var all = new List<string>();
        foreach (var table in tables)
        {
            all.AddRange((await Database.RowsAsync($"SELECT * FROM {table}")).Select(row => string.Join(' ', row)));
        }

        return string.Join('\n', all);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Spotify.Violations);
        await Spotify.DisposeAsync();
        await Database.DisposeAsync();
    }
}
