using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>The importer on a database of its own, with one listener.</summary>
internal sealed class ImportBench : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly IHost _process;

    private ImportBench(TestDatabase database, IHost process, int listenerId)
    {
        _database = database;
        _process = process;
        ListenerId = listenerId;
    }

    public int ListenerId { get; }

    public TestDatabase Database => _database;

    public IServiceProvider Services => _process.Services;

    public string Folder => _database.Folder;

    /// <summary>Makes the database and, where wanted, replaces services.</summary>
    public static async Task<ImportBench> CreateAsync(PostgresServer server, DatabaseProvider? provider = null, Action<IServiceCollection>? register = null)
    {
        var database = await TestDatabase.CreateAsync(provider, server);
        var process = database.Process(services =>
        {
            services.AddIngest();
            register?.Invoke(services);
        });
        return new ImportBench(database, process, await database.Listeners.GetOrCreateOwnAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Imports files as a job of its own.</summary>
    public Task<ImportResult> ImportAsync(params string[] paths) =>
        ImportAsync(Guid.NewGuid(), _ => { }, TestContext.Current.CancellationToken, paths);

    /// <summary>Imports files as a given job, or goes on with it.</summary>
    public async Task<ImportResult> ImportAsync(Guid jobId, Action<ImportProgress> report, CancellationToken cancellationToken, params string[] paths)
    {
        await AddJobAsync(jobId);
        var inputs = paths.Select(path => new ImportInput(path, Path.GetFileName(path))).ToList();
        return await Services.GetRequiredService<HistoryImporter>().RunAsync(jobId, ListenerId, inputs, report, cancellationToken);
    }

    /// <summary>Writes a file into the folder of this test and returns its path.</summary>
    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>What the database holds of the listener's plays, without ids, in order.</summary>
    public async Task<IReadOnlyList<string>> PlaysAsync()
    {
        var rows = await _database.RowsAsync(
            $"""
            SELECT p.started_at, p.ended_at, p.ms_played, COALESCE(t.spotify_id, t.name_key), t.title, a.name, b.title, p.source, p.precision,
                   c.reason_start, c.reason_end, c.platform, c.country, p.flags
            FROM plays p JOIN tracks t ON t.id = p.track_id JOIN artists a ON a.id = t.artist_id LEFT JOIN albums b ON b.id = t.album_id
            JOIN circumstances c ON c.id = p.circumstance_id
            WHERE p.listener_id = {ListenerId} ORDER BY 1, 2, 3, 4, 8, 10, 11, 12
            """);
        return [.. rows.Select(row => string.Join('|', row))];
    }

    public async Task<long> CountAsync(string table) =>
        long.Parse(await _database.ScalarAsync($"SELECT count(*) FROM {table}") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    private async Task AddJobAsync(Guid jobId)
    {
        await using var context = await _database.OpenAsync();
        if (await context.Jobs.FindAsync([jobId], TestContext.Current.CancellationToken) is not null)
        {
            return;
        }

        context.Jobs.Add(new JobRow { Id = jobId, ListenerId = ListenerId, Kind = "import", State = "running" });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
