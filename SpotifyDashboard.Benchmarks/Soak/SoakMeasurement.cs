using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Caching;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Providers;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Ingest.Live;

namespace SpotifyDashboard.Benchmarks.Soak;

/// <summary>
/// Days of following many listeners on a driven clock, their figures read every hour; prints what the process holds:
/// <c>dotnet run -c Release --project SpotifyDashboard.Benchmarks -- soak --days 6 --listeners 20</c>.
/// </summary>
/// <remarks>The fake Spotify and its world live in the same process and count as the program's; its log is forgotten every hour. Exit code 0 where memory and handles are flat.</remarks>
internal static class SoakMeasurement
{
    private const string Name = "soak";
    private const int Tracks = 2000;

    private static readonly DateTimeOffset s_start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<bool> TryRunAsync(string[] args)
    {
        if (args is not [Name, .. var rest])
        {
            return false;
        }

        if (rest is not ["--days", var daysText, "--listeners", var listenersText]
            || !double.TryParse(daysText, CultureInfo.InvariantCulture, out var days)
            || !int.TryParse(listenersText, CultureInfo.InvariantCulture, out var listeners))
        {
            Console.WriteLine("Usage: soak --days N --listeners N");
            Environment.ExitCode = 2;
            return true;
        }

        var folder = Directory.CreateTempSubdirectory("dashboard-soak-");
        try
        {
            Environment.ExitCode = await RunAsync(folder.FullName, days, listeners) ? 0 : 1;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        return true;
    }

    private static async Task<bool> RunAsync(string folder, double days, int listeners)
    {
        var clock = new SimulatedTime(s_start);
        var world = new SpotifyWorld();
        world.AddCatalogue(Tracks);
        await using var spotify = await FakeSpotify.StartAsync(world, clock, CancellationToken.None);
        Dictionary<int, WorldUser> users = [];
        using var program = Program(folder, clock, spotify, users);
        await program.Services.PrepareDatabaseAsync(CancellationToken.None);
        for (var number = 1; number <= listeners; number++)
        {
            var user = world.AddUser($"listener{number}", $"Listener {number}");
            users[await ConnectAsync(program.Services, spotify, user)] = user;
            new WorldDiary(world, number).Write(user, s_start, s_start.AddDays(days));
        }

        Console.WriteLine(SoakSample.Header);
        var simulation = ActivatorUtilities.CreateInstance<Simulation>(program.Services);
        List<SoakSample> samples = [];
        var calls = 0;
        for (var hour = 1; hour <= days * 24; hour++)
        {
            await simulation.RunAsync(TimeSpan.FromHours(1), CancellationToken.None);
            calls += spotify.Log.Forget();
            var plays = await LookAsync(program.Services, users.Keys);
            samples.Add(SoakSample.Take(hour, plays));
            Console.WriteLine(samples[^1].Line);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls:N0} calls to Spotify, {spotify.Violations.Count} against its contract"));
        return SoakVerdict.Print(samples) && spotify.Violations.Count == 0;
    }

    private static async Task<int> ConnectAsync(IServiceProvider services, FakeSpotify spotify, WorldUser user)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync();
        var listener = services.GetRequiredService<ListenerDirectory>().Create(user.Id, isDemo: false);
        listener.AuthorizedAt = s_start;
        context.Listeners.Add(listener);
        await context.SaveChangesAsync();
        context.SpotifyAccounts.Add(new SpotifyAccountRow
        {
            ListenerId = listener.Id,
            AccountId = user.AccountId,
            UserId = user.Id,
            ClientId = spotify.App.ClientId,
            Scopes = SpotifyAccounts.Scopes,
            RefreshToken = "kept",
        });
        await context.SaveChangesAsync();
        return listener.Id;
    }

    /// <summary>What an open page would read, for every listener.</summary>
    /// <returns>Plays stored.</returns>
    private static async Task<long> LookAsync(IServiceProvider services, IEnumerable<int> listeners)
    {
        var logs = services.GetRequiredService<ListeningLogs>();
        var plays = 0L;
        foreach (var listener in listeners)
        {
            var log = await logs.GetAsync(listener, CancellationToken.None);
            _ = TrackTotals.Of(log, [new LogRun(0, log.Count, 0)], CountedPlays.Of(log, CountingRule.Default));
            plays += log.Count;
        }

        return plays;
    }

    private static IHost Program(string folder, SimulatedTime clock, FakeSpotify spotify, Dictionary<int, WorldUser> users)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection(
        [
            new("ConnectionStrings:Dashboard", $"Data Source={Path.Combine(folder, "dashboard.db")}"),
            new("Spotify:ApiUrl", spotify.ApiUrl),
            new("Spotify:AccountsUrl", spotify.AccountsUrl),
            new("Spotify:ClientId", spotify.App.ClientId),
            new("Spotify:DailyCalls", "100000"),
        ]);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(new RequestStamp(clock));
        builder.Services.AddFollowing();
        builder.Services.AddSingleton<IAccessTokens>(new SoakTokens(spotify, users, clock));
        builder.Services.AddSingleton<ISpotifyCapabilities, EveryCapability>();
        return builder.Build();
    }
}
