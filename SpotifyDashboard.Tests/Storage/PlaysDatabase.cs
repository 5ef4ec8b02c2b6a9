using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>A real database with one listener, and the services that read it. A second one on the same folder stands for another process.</summary>
internal sealed class PlaysDatabase : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string? _postgres;
    private readonly bool _ownsFolder;
    private readonly ServiceProvider _services;

    private PlaysDatabase(string folder, string? postgres, bool ownsFolder, int logBudgetMb)
    {
        _folder = folder;
        _postgres = postgres;
        _ownsFolder = ownsFolder;
        Dictionary<string, string?> settings = new()
        {
            ["Database:Provider"] = postgres is null ? "Sqlite" : "Postgres",
            ["ConnectionStrings:Dashboard"] = postgres ?? $"Data Source={Path.Combine(folder, "dashboard.db")};Pooling=False",
            ["Cache:LogBudgetMb"] = logBudgetMb.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton<IHostEnvironment>(new Environment(folder));
        services.AddStorage();
        services.AddListeningLogs();
        _services = services.BuildServiceProvider();
    }

    public int ListenerId { get; private set; }

    public ListeningLogs Logs => _services.GetRequiredService<ListeningLogs>();

    public PlaysChanged PlaysChanged => _services.GetRequiredService<PlaysChanged>();

    public StorageWriter Writer => _services.GetRequiredService<StorageWriter>();

    public static async Task<PlaysDatabase> CreateAsync(int logBudgetMb = 150)
    {
        var folder = Directory.CreateTempSubdirectory("plays-").FullName;
        var postgres = TestDatabase.Usual == DatabaseProvider.Postgres ? await TestDatabase.MigratedAsync((await TestContext.Current.GetFixture<PostgresServer>())!) : null;
        var database = new PlaysDatabase(folder, postgres, ownsFolder: true, logBudgetMb);
        await database._services.PrepareDatabaseAsync(CancellationToken.None);
        database.ListenerId = await database._services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(CancellationToken.None);
        return database;
    }

    /// <summary>A play of a track, to be stored.</summary>
    public static Play PlayOf(long id, int track, DateTimeOffset started, int ms = 180_000) => new()
    {
        Id = id,
        StartedAt = started,
        EndedAt = started.AddMilliseconds(ms),
        MsPlayed = ms,
        TrackId = track,
        Source = Source.ExtendedExport,
        Precision = Precision.Exact,
    };

    /// <summary>The same database as another process sees it.</summary>
    public PlaysDatabase FromAnotherProcess() => new(_folder, _postgres, ownsFolder: false, logBudgetMb: 150) { ListenerId = ListenerId };

    /// <summary>Starts the watcher that notices what other processes wrote.</summary>
    public Task WatchAsync() => _services.GetServices<IHostedService>().OfType<ChangeWatcher>().Single().StartAsync(CancellationToken.None);

    public async Task<int> AddListenerAsync(string name)
    {
        await using var context = await _services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync();
        var listener = new Listener { DisplayName = name, TimeZone = "UTC" };
        context.Listeners.Add(listener);
        await context.SaveChangesAsync();
        return listener.Id;
    }

    public async Task<int> AddTrackAsync(string? spotifyId, string title, string artist = "Artist", int? durationMs = null, string? isrc = null)
    {
        await using var context = await _services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync();
        var row = await context.Artists.SingleOrDefaultAsync(a => a.Name == artist);
        if (row is null)
        {
            row = new Artist { Name = artist };
            context.Artists.Add(row);
            await context.SaveChangesAsync();
        }

        var track = new Track { SpotifyId = spotifyId, NameKey = NameKey.Of(artist, title), Title = title, ArtistId = row.Id, DurationMs = durationMs, Isrc = isrc };
        context.Tracks.Add(track);
        await context.SaveChangesAsync();
        return track.Id;
    }

    public Task AddPlaysAsync(params IEnumerable<Play> plays) => AddPlaysAsync(ListenerId, isRewrite: false, plays);

    public async Task AddPlaysAsync(int listenerId, bool isRewrite, IEnumerable<Play> plays)
    {
        await using var write = await Writer.BeginAsync(listenerId, CancellationToken.None);
        await using var insert = write.Command(
            "INSERT INTO plays (listener_id, started_at, id, ended_at, ms_played, track_id, source, precision, circumstance_id, flags, context_id) "
            + "VALUES (@listener, @started, @id, @ended, @ms, @track, @source, @precision, 1, @flags, @context)",
            "listener", "started", "id", "ended", "ms", "track", "source", "precision", "flags", "context");
        foreach (var play in plays)
        {
            object?[] values =
            [
                listenerId, play.StartedAt.ToUnixTimeMilliseconds(), play.Id, play.EndedAt.ToUnixTimeMilliseconds(), play.MsPlayed, play.TrackId,
                (int)play.Source, (int)play.Precision, (int)play.Flags, play.ContextId,
            ];
            for (var index = 0; index < values.Length; index++)
            {
                insert.Parameters[index].Value = values[index] ?? DBNull.Value;
            }

            await insert.ExecuteNonQueryAsync();
        }

        if (isRewrite)
        {
            write.MarkRewritten();
        }
        else
        {
            write.MarkAdded();
        }

        await write.CommitAsync(CancellationToken.None);
    }

    public async Task ExecuteAsync(string sql, bool isRewrite = true)
    {
        await using var write = await Writer.BeginAsync(ListenerId, CancellationToken.None);
        await write.ExecuteAsync(sql, CancellationToken.None);
        if (isRewrite)
        {
            write.MarkRewritten();
        }
        else
        {
            write.MarkAdded();
        }

        await write.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var watcher in _services.GetServices<IHostedService>())
        {
            await watcher.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private sealed class Environment(string root) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Test";

        public string ApplicationName { get; set; } = "Tests";

        public string ContentRootPath { get; set; } = root;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
