using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Providers;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Live;

/// <summary>A listener who is connected to a fake Spotify, on a database and a clock of the test's own.</summary>
internal sealed class PollBench : IAsyncDisposable
{
    private readonly Dictionary<int, WorldUser> _users = [];

    private readonly TimeProvider _clock;

    private PollBench(TestDatabase database, FakeSpotify spotify, TimeProvider clock)
    {
        Database = database;
        Spotify = spotify;
        _clock = clock;
        User = spotify.World.AddUser("mara.l", "Mara Lindqvist");
    }

    public TestDatabase Database { get; }

    public FakeSpotify Spotify { get; }

    /// <summary>The clock, where the test drives it itself.</summary>
    public DrivenTime Time => (DrivenTime)_clock;

    public WorldUser User { get; }

    public SpotifyWorld World => Spotify.World;

    public int Listener { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PollBench> CreateAsync(PostgresServer server, DatabaseProvider? provider = null, TimeProvider? clock = null)
    {
        var time = clock ?? new DrivenTime();
        var bench = new PollBench(
            await TestDatabase.CreateAsync(provider, server), await FakeSpotify.StartAsync(new SpotifyWorld(), time, Cancellation), time);
        bench.Listener = await bench.ConnectAsync(bench.User);
        return bench;
    }

    /// <summary>A listener's row with the account of a user, as a login leaves it.</summary>
    public async Task<int> ConnectAsync(WorldUser user)
    {
        var listener = await Storage.Rows.ListenerAsync(Database);
        _users[listener] = user;
        await using var context = await Database.OpenAsync();
        context.SpotifyAccounts.Add(new SpotifyAccountRow
        {
            ListenerId = listener,
            AccountId = user.AccountId,
            UserId = user.Id,
            ClientId = Spotify.App.ClientId,
            Scopes = SpotifyAccounts.Scopes,
            RefreshToken = "kept",
        });
        await context.SaveChangesAsync(Cancellation);
        await context.Listeners.Where(l => l.Id == listener).ExecuteUpdateAsync(l => l.SetProperty(x => x.AuthorizedAt, _clock.GetUtcNow()), Cancellation);
        return listener;
    }

    /// <summary>A process that follows Spotify; not started.</summary>
    public IHost Process(Action<IServiceCollection>? register = null, params KeyValuePair<string, string?>[] settings) => Database.Process(
        services =>
        {
            services.AddSingleton(_clock);
            services.AddProviders();
            services.AddJobs();
            services.AddIngest();
            services.AddListeningLogs();
            services.AddMoods();
            services.AddSpotifyConsent();
            services.AddSingleton<IAccessTokens>(new WorldTokens(Spotify, _users));
            services.AddSingleton<ISpotifyCapabilities, EveryCapability>();
            register?.Invoke(services);
        },
        [new("Spotify:ApiUrl", Spotify.ApiUrl), new("Spotify:AccountsUrl", Spotify.AccountsUrl), new("Spotify:ClientId", Spotify.App.ClientId), .. settings]);

    /// <summary>Polls whoever is due, the clock moving on while the client waits between tries.</summary>
    public async Task<int> PollAsync(IHost process)
    {
        var polling = process.Services.GetRequiredService<PlayPoller>().PollDueAsync(Cancellation);
        await DriveAsync(polling);
        return await polling;
    }

    /// <summary>Moves the clock on, a second at a time, while work waits for nothing else.</summary>
    public async Task DriveAsync(Task work)
    {
        for (var round = 0; !work.IsCompleted; round++)
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(10), Cancellation));
            if (round % 20 == 19 && !work.IsCompleted)
            {
                Time.Advance(TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>Wakes a poller every minute for as long.</summary>
    public async Task FollowAsync(IHost process, TimeSpan duration)
    {
        for (var end = Time.GetUtcNow() + duration; Time.GetUtcNow() < end; Time.Advance(TimeSpan.FromMinutes(1)))
        {
            await PollAsync(process);
        }
    }

    /// <summary>Ends and Spotify ids of the stored plays, in order.</summary>
    public async Task<IReadOnlyList<(long EndedAt, string Track)>> PlaysAsync() =>
        [.. (await Database.RowsAsync("SELECT p.ended_at, t.spotify_id FROM plays p JOIN tracks t ON t.id = p.track_id ORDER BY p.ended_at, t.spotify_id"))
            .Select(row => (long.Parse(row[0] ?? "", CultureInfo.InvariantCulture), row[1] ?? ""))];

    /// <summary>What a user has played, as <see cref="PlaysAsync"/> tells it.</summary>
    public IReadOnlyList<(long EndedAt, string Track)> Truth(WorldUser user) =>
        [.. World.PlaysOf(user).Where(play => play.VisibleAt is not null).Select(play => (play.EndedAt.ToUnixTimeMilliseconds(), play.Track.Id)).Order()];

    public async Task<long> CountAsync(string table) =>
        long.Parse(await Database.ScalarAsync($"SELECT COUNT(*) FROM {table}") ?? "", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await Spotify.DisposeAsync();
        await Database.DisposeAsync();
    }
}
