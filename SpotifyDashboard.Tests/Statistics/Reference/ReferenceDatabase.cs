using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SpotifyDashboard.Tests.Statistics.Reference;

/// <summary>
/// The second opinion: plain SQL over the tables of the program's own database file, written from docs/statistics.md alone. Only what
/// SQLite can't tell is made here: local times, play by play, and which tracks are one recording.
/// </summary>
internal sealed class ReferenceDatabase : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly int _listener;
    private string _zone = "UTC";

    private ReferenceDatabase(SqliteConnection connection, int listener)
    {
        _connection = connection;
        _listener = listener;
    }

    /// <summary>Opens the file beside the running program; all that is made in it is temporary.</summary>
    public static async Task<ReferenceDatabase> OpenAsync(string file, int listener)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        connection.CreateCollation("ORDINAL", string.CompareOrdinal);
        connection.CreateFunction("utc", static (long ms) =>
            DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), isDeterministic: true);
        connection.CreateFunction("folded", static (string? text) => text is null ? null : Folded(text), isDeterministic: true);
        return new ReferenceDatabase(connection, listener);
    }

    /// <summary>Reads the history anew, in a zone.</summary>
    public async Task LookAsync(string zone)
    {
        _zone = zone;
        await RunAsync("PRAGMA temp_store = MEMORY");
        await MakeLocalPlaysAsync(TimeZoneInfo.FindSystemTimeZoneById(zone));
        await MakeRecordingsAsync();
        await RunAsync(await ReferenceSql.ReadAsync("_everything"), ("listener", _listener));
    }

    /// <summary>Takes the mood map as it is told, or none.</summary>
    public async Task TakeMapAsync(JsonElement? report)
    {
        await RunAsync("""
            DROP TABLE IF EXISTS temp.mood_names;
            DROP TABLE IF EXISTS temp.mood_points;
            DROP TABLE IF EXISTS temp.mood_features;
            CREATE TEMP TABLE mood_names (mood INTEGER, name TEXT);
            CREATE TEMP TABLE mood_points (id TEXT PRIMARY KEY, mood INTEGER);
            CREATE TEMP TABLE mood_features (feature TEXT)
            """);
        if (report is { } map)
        {
            await RunAsync(
                """
                INSERT INTO mood_names SELECT value ->> 'id', value ->> 'name' FROM json_each(@map, '$.clusters');
                INSERT INTO mood_points SELECT value ->> 'trackId', value ->> 'cluster' FROM json_each(@map, '$.points');
                INSERT INTO mood_features SELECT value FROM json_each(@map, '$.features')
                """,
                ("map", map.GetRawText()));
        }
    }

    /// <summary>Counts by a rule.</summary>
    public async Task CountAsync(string rule) => await RunAsync(await ReferenceSql.ReadAsync("_heard"), ("rule", rule));

    /// <summary>Looks at a period.</summary>
    public async Task AskAsync(ReferencePeriod period) => await RunAsync(
        await ReferenceSql.ReadAsync("_asked"),
        ("zone", _zone),
        ("today", ReferencePeriod.Today(_zone).DayNumber - ReferencePeriod.Epoch.DayNumber),
        ("from", period.From?.DayNumber - ReferencePeriod.Epoch.DayNumber),
        ("to", period.To?.DayNumber - ReferencePeriod.Epoch.DayNumber));

    /// <summary>What a statistic should answer.</summary>
    public async Task<JsonElement> AnswerAsync(Question question)
    {
        await using var command = Command(await ReferenceSql.ReadAsync(question.Statistic), question.SqlParameters);
        var text = (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(text ?? "null").RootElement;
    }

    /// <summary>Without case, accents and width.</summary>
    private static string Folded(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    private async Task MakeLocalPlaysAsync(TimeZoneInfo zone)
    {
        await RunAsync("""
            DROP TABLE IF EXISTS temp.local_plays;
            CREATE TEMP TABLE local_plays (play_id INTEGER PRIMARY KEY, day INTEGER, hour INTEGER, weekday INTEGER, month INTEGER, year INTEGER)
            """);
        var starts = new List<(long Id, long StartedAt)>();
        await using (var read = Command("SELECT id, started_at FROM plays WHERE listener_id = @listener", ("listener", _listener)))
        await using (var rows = await read.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                starts.Add((rows.GetInt64(0), rows.GetInt64(1)));
            }
        }

        await using var transaction = await _connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var insert = Command(
            "INSERT INTO temp.local_plays VALUES (@id, @day, @hour, @weekday, @month, @year)",
            ("id", 0), ("day", 0), ("hour", 0), ("weekday", 0), ("month", 0), ("year", 0));
        foreach (var (id, startedAt) in starts)
        {
            var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(startedAt), zone).DateTime;
            insert.Parameters[0].Value = id;
            insert.Parameters[1].Value = DateOnly.FromDateTime(local).DayNumber - ReferencePeriod.Epoch.DayNumber;
            insert.Parameters[2].Value = local.Hour;
            insert.Parameters[3].Value = local.DayOfWeek == DayOfWeek.Sunday ? 6 : (int)local.DayOfWeek - 1;
            insert.Parameters[4].Value = (12 * local.Year) + local.Month - 1;
            insert.Parameters[5].Value = local.Year;
            insert.ExecuteNonQuery();
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    private async Task MakeRecordingsAsync()
    {
        var tracks = new List<NamedTrack>();
        await using (var read = Command(await ReferenceSql.ReadAsync("_tracks"), ("listener", _listener)))
        await using (var rows = await read.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                tracks.Add(NamedTrack.Read(rows));
            }
        }

        var splits = new HashSet<(int, int)>();
        await using (var read = Command("SELECT track_id, other_track_id FROM recording_splits WHERE listener_id = @listener", ("listener", _listener)))
        await using (var rows = await read.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                splits.Add((rows.GetInt32(0), rows.GetInt32(1)));
                splits.Add((rows.GetInt32(1), rows.GetInt32(0)));
            }
        }

        await RunAsync("DROP TABLE IF EXISTS temp.recordings; CREATE TEMP TABLE recordings (track_id INTEGER PRIMARY KEY, stands_for INTEGER)");
        await using var transaction = await _connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var insert = Command("INSERT INTO temp.recordings VALUES (@track, @stands)", ("track", 0), ("stands", 0));
        foreach (var (track, standing) in NaiveRecordings.Group(tracks, splits))
        {
            insert.Parameters[0].Value = track;
            insert.Parameters[1].Value = standing;
            insert.ExecuteNonQuery();
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    private async Task RunAsync(string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private SqliteCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();
}
