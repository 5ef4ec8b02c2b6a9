using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Benchmarks;

/// <summary>A database with one listener and as many plays as wanted, and all that statistics look at: reasons, platforms, contexts, genres, features.</summary>
internal sealed class StatisticsDatabase : IDbContextFactory<DashboardDbContext>
{
    private const int Circumstances = 60;
    private const int Contexts = 400;

    private readonly DbContextOptions<DashboardDbContext> _options;

    /// <param name="file">The database's file, there or not.</param>
    public StatisticsDatabase(string file)
    {
        var options = new DbContextOptionsBuilder<DashboardDbContext>();
        StorageRegistration.Configure(options, new DatabaseOptions { ConnectionString = $"Data Source={file}" });
        _options = options.Options;
    }

    /// <inheritdoc/>
    public DashboardDbContext CreateDbContext() => new(_options);

    /// <summary>Makes the tables and fills them for listener 1.</summary>
    public void Fill(int plays)
    {
        using var context = CreateDbContext();
        context.Database.Migrate();
        context.Database.OpenConnection();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        using var transaction = connection.BeginTransaction();
        FillCatalogue(connection);
        FillDetails(connection);
        FillListener(connection, listener: 1, plays);
        transaction.Commit();
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Adds a further listener with plays of their own over the same catalogue.</summary>
    public void AddListener(int listener, int plays)
    {
        using var context = CreateDbContext();
        context.Database.OpenConnection();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        using var transaction = connection.BeginTransaction();
        FillListener(connection, listener, plays);
        transaction.Commit();
    }

    /// <summary>Adds one play, the newest, as a poll does.</summary>
    public void AddPlay()
    {
        using var context = CreateDbContext();
        context.Database.OpenConnection();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        Execute(connection, "INSERT INTO plays SELECT 1, max(started_at) + 200000, max(id) + 1, max(started_at) + 400000, 200000, 1, 2, 1, 1, 0, NULL FROM plays WHERE listener_id = 1");
        Execute(connection, "UPDATE listeners SET plays_version = plays_version + 1 WHERE id = 1");
    }

    private static void FillListener(SqliteConnection connection, int listener, int plays)
    {
        Execute(connection, $"INSERT INTO listeners (id, display_name, time_zone, time_zone_chosen, counting_rule, theme, is_demo, created_at, plays_version, rewritten_at_version) VALUES ({listener}, 'You', 'Europe/Berlin', 1, 0, 'system', 0, 0, 1, 0)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO plays VALUES (@listener, @started, @id, @ended, @ms, @track, 1, @precision, @circumstance, @flags, @context)";
        string[] names = ["@listener", "@started", "@id", "@ended", "@ms", "@track", "@precision", "@circumstance", "@flags", "@context"];
        foreach (var name in names)
        {
            insert.Parameters.Add(name, SqliteType.Integer);
        }

        foreach (var play in StatisticsPlays.Of(plays))
        {
            object[] values =
            [
                (long)listener, play.StartedAt.ToUnixTimeMilliseconds(), ((long)listener * 100_000_000) + play.Id, play.EndedAt.ToUnixTimeMilliseconds(), (long)play.MsPlayed, (long)play.TrackId,
                (long)play.Precision, 1 + (play.Id / 7 % Circumstances), (long)play.Flags, play.Id % 3 == 0 ? 1 + (play.Id / 9 % Contexts) : DBNull.Value,
            ];
            for (var index = 0; index < values.Length; index++)
            {
                insert.Parameters[index].Value = values[index];
            }

            insert.ExecuteNonQuery();
        }
    }

    private static void FillCatalogue(SqliteConnection connection)
    {
        Execute(connection, Series(StatisticsPlays.Artists, "INSERT INTO artists (id, spotify_id, name) SELECT n, 'artist' || n, 'Artist ' || n FROM series"));
        Execute(connection, Series(StatisticsPlays.Artists, "INSERT INTO artist_genres (artist_id, genre, provenance, stored_at) SELECT n, 'genre ' || (n % 60), 'spotify', 0 FROM series WHERE n % 5 > 0"));
        Execute(connection, Series(StatisticsPlays.Albums, "INSERT INTO albums (id, spotify_id, artist_id, title, release_date) "
            + $"SELECT n, 'album' || n, 1 + n % {StatisticsPlays.Artists}, 'Album ' || n, 1960 + n % 65 FROM series"));
        Execute(connection, Series(StatisticsPlays.Tracks + 1, "INSERT INTO tracks (id, spotify_id, name_key, title, artist_id, album_id, duration_ms, explicit, popularity, named_at, is_invented) "
            + $"SELECT n, 'spotify-id-of-' || n, 'key of track ' || n, 'Track ' || n, 1 + n % {StatisticsPlays.Artists}, 1 + n % {StatisticsPlays.Albums}, 200000, n % 4 = 0, n % 101, 0, 0 FROM series"));
        Execute(connection, Series(StatisticsPlays.Tracks,
            "INSERT INTO audio_features (track_id, danceability, energy, loudness, speechiness, acousticness, instrumentalness, liveness, valence, tempo, provenance, stored_at) "
            + "SELECT n, abs(random() % 1000) / 1000.0, abs(random() % 1000) / 1000.0, -abs(random() % 300) / 10.0, abs(random() % 1000) / 1000.0, abs(random() % 1000) / 1000.0, "
            + "abs(random() % 1000) / 1000.0, abs(random() % 1000) / 1000.0, abs(random() % 1000) / 1000.0, 60 + abs(random() % 1200) / 10.0, 'benchmark', 0 FROM series WHERE n % 10 > 1"));
    }

    private static void FillDetails(SqliteConnection connection)
    {
        Execute(connection, Series(Circumstances, "INSERT INTO circumstances (reason_start, reason_end, platform, country) "
            + "SELECT 'clickrow', CASE n % 3 WHEN 0 THEN 'trackdone' WHEN 1 THEN 'fwdbtn' ELSE '' END, CASE n % 4 WHEN 0 THEN 'ios' WHEN 1 THEN 'web_player' WHEN 2 THEN 'osx' ELSE '' END || n, 'DE' FROM series"));
        Execute(connection, Series(Contexts, "INSERT INTO play_contexts (id, uri) SELECT n, CASE n % 3 WHEN 0 THEN 'spotify:album:album' WHEN 1 THEN 'spotify:playlist:' ELSE 'spotify:artist:artist' END || n FROM series"));
    }

    private static string Series(int count, string insert) => insert.Replace(
        "SELECT",
        string.Create(CultureInfo.InvariantCulture, $"WITH RECURSIVE series (n) AS (VALUES (1) UNION ALL {"SELECT"} n + 1 FROM series WHERE n < {count}) SELECT"),
        StringComparison.Ordinal);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
