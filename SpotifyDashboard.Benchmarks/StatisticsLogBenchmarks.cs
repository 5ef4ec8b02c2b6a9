using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Reading the log from SQLite, as a whole and after one more play: <c>-- --filter '*StatisticsLogBenchmarks*'</c>. Aim: ≥ 1M plays/s.</summary>
[Config(typeof(StatisticsConfig))]
[WarmupCount(1)]
[IterationCount(5)]
public class StatisticsLogBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("log-benchmark-").FullName;
    private Contexts? _contexts;
    private ListeningLog? _known;

    [Params(134_000, 1_000_000)]
    public int Plays { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var options = new DbContextOptionsBuilder<DashboardDbContext>();
        StorageRegistration.Configure(options, new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(_folder, $"{Plays}.db")}" });
        _contexts = new Contexts(options.Options);
        using var context = _contexts.CreateDbContext();
        context.Database.Migrate();
        context.Database.OpenConnection();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        using var transaction = connection.BeginTransaction();
        Execute(connection, transaction, "INSERT INTO listeners VALUES (1, 'You', NULL, 'UTC', 0, 0, 'system', NULL, 0, NULL, 0, 1, 0)");
        FillCatalogue(connection, transaction);
        FillPlays(connection, transaction);
        transaction.Commit();
        _known = new ListeningLogLoader(_contexts).Load(1, null, CancellationToken.None);
        Execute(connection, null, $"INSERT INTO plays VALUES (1, {_known.StartedMs[^1] + 1}, {Plays + 1}, {_known.StartedMs[^1] + 2}, 1, 1, 2, 1, 1, 0, NULL)");
        Execute(connection, null, "UPDATE listeners SET plays_version = 2");
    }

    [Benchmark]
    public object Load() => Loader().Load(1, null, CancellationToken.None);

    [Benchmark]
    public object ExtendByOnePlay() => Loader().Load(1, _known, CancellationToken.None);

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    private ListeningLogLoader Loader() => new(_contexts ?? throw new InvalidOperationException("Set up first."));

    private static void FillCatalogue(SqliteConnection connection, SqliteTransaction transaction)
    {
        Execute(connection, transaction, Series(StatisticsPlays.Artists, "INSERT INTO artists (id, spotify_id, name) SELECT n, '', 'Artist ' || n FROM series"));
        Execute(connection, transaction, Series(StatisticsPlays.Albums, $"INSERT INTO albums (id, spotify_id, artist_id, title) SELECT n, '', 1 + n % {StatisticsPlays.Artists}, 'Album ' || n FROM series"));
        Execute(connection, transaction, Series(StatisticsPlays.Tracks + 1,
            "INSERT INTO tracks (id, spotify_id, name_key, title, artist_id, album_id, duration_ms, named_at, is_invented) "
            + $"SELECT n, 'spotify-id-of-' || n, 'key of track ' || n, 'Track ' || n, 1 + n % {StatisticsPlays.Artists}, 1 + n % {StatisticsPlays.Albums}, 200000, 0, 0 FROM series"));
    }

    private void FillPlays(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO plays VALUES (1, @started, @id, @ended, @ms, @track, 1, 1, 1, @flags, NULL)";
        string[] names = ["@started", "@id", "@ended", "@ms", "@track", "@flags"];
        foreach (var name in names)
        {
            insert.Parameters.Add(name, SqliteType.Integer);
        }

        foreach (var play in StatisticsPlays.Of(Plays))
        {
            long[] values = [play.StartedAt.ToUnixTimeMilliseconds(), play.Id, play.EndedAt.ToUnixTimeMilliseconds(), play.MsPlayed, play.TrackId, (long)play.Flags];
            for (var index = 0; index < values.Length; index++)
            {
                insert.Parameters[index].Value = values[index];
            }

            insert.ExecuteNonQuery();
        }
    }

    private static string Series(int count, string insert) =>
        insert.Replace("SELECT n", $"WITH RECURSIVE series (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < {count}) SELECT n", StringComparison.Ordinal);

    private static void Execute(SqliteConnection connection, SqliteTransaction? transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class Contexts(DbContextOptions<DashboardDbContext> options) : IDbContextFactory<DashboardDbContext>
    {
        public DashboardDbContext CreateDbContext() => new(options);
    }
}
