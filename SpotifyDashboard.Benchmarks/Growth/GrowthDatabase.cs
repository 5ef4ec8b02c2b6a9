using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Benchmarks.Growth;

/// <summary>Fills a database with listeners, their accounts, plays and sightings, by statements that the database runs by itself.</summary>
internal sealed class GrowthDatabase : IAsyncDisposable
{
    /// <summary>Different tracks that one listener plays.</summary>
    private const int TracksOfOne = 8_000;

    /// <summary>Tracks that a further listener brings which nobody before them played.</summary>
    private const int NewTracksOfOne = 500;

    private const int MostTracks = 1_000_000;
    private const long FirstMs = 1_388_534_400_000; // 2014-01-01
    private const long BetweenMs = 7_500_000;

    private readonly DashboardDbContext _context;
    private readonly DbConnection _connection;
    private readonly int _listeners;
    private readonly int _tracks;
    private readonly bool _isPostgres;

    private GrowthDatabase(DashboardDbContext context, int listeners)
    {
        (_context, _listeners, _isPostgres) = (context, listeners, context.Database.IsNpgsql());
        _connection = context.Database.GetDbConnection();
        _tracks = Math.Min(MostTracks, TracksOfOne + (NewTracksOfOne * listeners));
    }

    public static async Task<GrowthDatabase> OpenAsync(IServiceProvider services, int listeners)
    {
        var context = await services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        return new GrowthDatabase(context, listeners);
    }

    /// <summary>The catalogue, the listeners, and for each a Spotify account and a poll within the coming half hour.</summary>
    public async Task AddListenersAsync()
    {
        if (_isPostgres)
        {
            // Rows made here are consistent; looking each reference up would be most of the time. Needs the right to switch it off.
            await RunAsync("SET session_replication_role = replica");
        }

        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        await RunAsync("BEGIN");
        await RunAsync($"INSERT INTO artists (id, spotify_id, name) {Series(_tracks / 10, "n, 'artist' || n, 'Artist ' || n")}");
        await RunAsync($"INSERT INTO albums (id, spotify_id, artist_id, title) {Series(_tracks / 5, $"n, 'album' || n, 1 + n % {_tracks / 10}, 'Album ' || n")}");
        await RunAsync($"INSERT INTO tracks (id, spotify_id, name_key, title, artist_id, album_id, duration_ms, is_invented, named_at) {Series(_tracks, $"n, 'spotify-id-of-' || n, 'key of track ' || n, 'Track ' || n, 1 + n % {_tracks / 10}, 1 + n % {_tracks / 5}, 200000, false, 0")}");
        await RunAsync($"INSERT INTO listeners (id, display_name, time_zone, time_zone_chosen, counting_rule, theme, is_demo, created_at, plays_version, rewritten_at_version) {Series(_listeners, $"n, 'Listener ' || n, 'Europe/Berlin', true, 0, 'auto', false, {now}, 1, 0")}");
        await RunAsync($"INSERT INTO spotify_accounts (listener_id, account_id, user_id, client_id, scopes, refresh_token, updated_at) {Series(_listeners, $"n, 'account' || n, 'user' || n, 'client', 'user-read-recently-played', 'sealed', {now}")}");
        await RunAsync($"INSERT INTO poll_states (listener_id, lateness_ms, saved_left_out, last_attempt_at, last_success_at, next_due_at) {Series(_listeners, $"n, 0, 0, {now}, {now} - n, {now} + (n * 7919) % 1800000 - 60000")}");
        await RunAsync("COMMIT");
    }

    /// <summary>The plays of one listener, each carried by one sighting.</summary>
    public async Task AddPlaysAsync(int listener, int plays)
    {
        var first = ((long)(listener - 1) * plays).ToString(CultureInfo.InvariantCulture);
        var start = $"{FirstMs} + n * {BetweenMs} + (n * 7919 + {listener} * 104729) % 60000";
        var track = $"1 + ({(long)listener * NewTracksOfOne} + (n * 7919 + n / 13 + {listener}) % {TracksOfOne}) % {_tracks}";
        await RunAsync("BEGIN");
        await RunAsync($"INSERT INTO plays (listener_id, started_at, id, ended_at, ms_played, track_id, source, precision, circumstance_id, flags, context_id) {Series(plays, $"{listener}, {start}, {first} + n, {start} + 190000, 190000, {track}, 1, 0, 1, 0, NULL")}");
        await RunAsync($"INSERT INTO sightings (id, listener_id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags) {Series(plays, $"{first} + n, {listener}, {start} + 190000, 1, {track}, 190000, 0, 0, 1, 0")}");
        await RunAsync("COMMIT");
    }

    /// <summary>Brings the planner's figures up to date.</summary>
    public Task FinishAsync() => RunAsync("ANALYZE");

    /// <summary>What tables and indexes take, the largest first.</summary>
    public async Task<IReadOnlyList<(string Relation, long Bytes)>> SizesAsync()
    {
        await using var command = _connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = _isPostgres
            ? "SELECT relname, pg_relation_size(oid) FROM pg_class WHERE relkind IN ('r', 'i') AND relname !~ '^(pg_|sql_)' ORDER BY 2 DESC LIMIT 8"
            : "SELECT name, SUM(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 8";
        await using var rows = await command.ExecuteReaderAsync();
        var sizes = new List<(string Relation, long Bytes)>();
        while (await rows.ReadAsync())
        {
            sizes.Add((rows.GetString(0), Convert.ToInt64(rows.GetValue(1), CultureInfo.InvariantCulture)));
        }

        return sizes;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static string Series(int count, string columns) =>
        $"SELECT {columns} FROM (WITH RECURSIVE series(n) AS (VALUES (CAST(1 AS bigint)) UNION ALL SELECT n + 1 FROM series WHERE n < {count}) SELECT n FROM series) AS numbers";

    private async Task RunAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
