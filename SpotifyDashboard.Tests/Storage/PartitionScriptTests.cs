using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary><c>deploy/postgres/partition.sql</c>, run as an operator would on a database with plays in it.</summary>
public sealed partial class PartitionScriptTests(PostgresServer server)
{
    private const int Listeners = 5;

    private static readonly string[] s_whole =
    [
        "SELECT * FROM plays ORDER BY listener_id, started_at, id",
        "SELECT * FROM sightings ORDER BY id",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Script_OnAFilledDatabase_KeepsEveryRowAndEveryRuleAndReadsOnePart()
    {
        await using var database = await FilledAsync();
        var before = await ReadAsync(database);

        await database.ExecuteAsync(await ScriptAsync());

        Assert.Equal(before, await ReadAsync(database));
        Assert.Equal(["64", "64"], (await database.RowsAsync(
            "SELECT COUNT(*) FROM pg_inherits WHERE inhparent IN ('plays'::regclass, 'sightings'::regclass) GROUP BY inhparent")).Select(row => row[0]));

        // What the program asks most goes to one part alone.
        foreach (var asked in new[]
        {
            "SELECT * FROM plays WHERE listener_id = 3 AND id > 0 ORDER BY started_at, id",
            "SELECT * FROM sightings WHERE listener_id = 3 AND ended_at >= 0 ORDER BY ended_at LIMIT 500",
            "UPDATE sightings SET merged_into_id = 1 WHERE id = 7 AND listener_id = 3",
        })
        {
            var plan = string.Join('\n', (await database.RowsAsync($"EXPLAIN {asked}")).Select(row => row[0]));
            Assert.Single(Parts().Matches(plan).Select(match => match.Value).Distinct(StringComparer.Ordinal));
        }

        // The rules still stand: repeating is harmless, a listener takes their rows along, and the program starts.
        await database.ExecuteAsync("INSERT INTO sightings SELECT 1000000 + id, listener_id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags FROM sightings ON CONFLICT DO NOTHING");
        Assert.Equal(before, await ReadAsync(database));
        await database.Services.PrepareDatabaseAsync(Cancellation);
        await database.ExecuteAsync("DELETE FROM listeners WHERE id = 3");
        Assert.Equal("0", await database.ScalarAsync("SELECT COUNT(*) FROM plays WHERE listener_id = 3"));
        Assert.Equal("0", await database.ScalarAsync("SELECT COUNT(*) FROM sightings WHERE listener_id = 3"));
        Assert.NotEqual("0", await database.ScalarAsync("SELECT COUNT(*) FROM plays"));
    }

    [Fact]
    public async Task Script_RunTwice_RefusesAndChangesNothing()
    {
        await using var database = await FilledAsync();
        await database.ExecuteAsync(await ScriptAsync());
        var before = await ReadAsync(database);

        var refused = await Assert.ThrowsAsync<PostgresException>(async () => await database.ExecuteAsync(await ScriptAsync()));

        Assert.Contains("split already", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await ReadAsync(database));
    }

    private async Task<TestDatabase> FilledAsync()
    {
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, server);
        for (var i = 0; i < Listeners; i++)
        {
            await Rows.ListenerAsync(database);
        }

        var now = DateTimeOffset.UnixEpoch.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        await database.ExecuteAsync(
            $"""
            INSERT INTO artists (id, spotify_id, name) VALUES (1, 'artist', 'Artist');
            INSERT INTO tracks (id, spotify_id, name_key, title, artist_id, named_at, is_invented) SELECT n, 'track' || n, 'key' || n, 'Track ' || n, 1, {now}, false FROM generate_series(1, 20) n;
            INSERT INTO plays (listener_id, started_at, id, ended_at, ms_played, track_id, source, precision, circumstance_id, flags)
              SELECT 1 + n % {Listeners}, n * 1000, n, n * 1000 + 900, 900, 1 + n % 20, 1, 1, 1, 0 FROM generate_series(1, 1000) n;
            INSERT INTO sightings (id, listener_id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags)
              SELECT n, 1 + n % {Listeners}, n * 1000 + 900, 1, 1 + n % 20, 900, 0, 0, 1, 0 FROM generate_series(1, 1000) n;
            """);
        return database;
    }

    private static async Task<string> ReadAsync(TestDatabase database)
    {
        var whole = new List<string>();
        foreach (var sql in s_whole)
        {
            whole.AddRange((await database.RowsAsync(sql)).Select(row => string.Join('|', row)));
        }

        Assert.Equal(2000, whole.Count);
        return string.Join('\n', whole);
    }

    private static Task<string> ScriptAsync() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "partition.sql"), Cancellation);

    [GeneratedRegex(@"\b(?:plays|sightings)_\d\d\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
