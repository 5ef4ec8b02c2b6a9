using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>Migrations are written by hand; these tests hold them to the model, on both databases.</summary>
public sealed partial class SchemaTests(PostgresServer server)
{
    /// <summary>What belongs to nobody: facts of the catalogue, and texts that many plays share.</summary>
    private static readonly string[] s_sharedTables =
        [
            "albums", "api_calls", "artist_genres", "artists", "audio_features", "cached_answers", "catalogue", "circumstances", "data_protection_keys", "deletions", "enrichments",
            "installation_facts", "leases", "listeners", "login_attempts", "play_contexts", "replicas", "service_blocks", "service_states", "sign_in_guesses",
            "track_documents", "tracks", "value_origins",
        ];

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Migrations_OnAnEmptyDatabase_MakeTheSchemaOfTheModel(DatabaseProvider provider)
    {
        await using var migrated = await TestDatabase.CreateAsync(provider, server);
        await using var created = await TestDatabase.CreateEmptyAsync(provider, server);
        await using (var context = await created.OpenAsync())
        {
            await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        }

        var expected = await SchemaReader.ReadAsync(created);
        var actual = await SchemaReader.ReadAsync(migrated);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "ALTER TABLE tracks ADD COLUMN mood TEXT")]
    [InlineData(DatabaseProvider.Sqlite, "DROP INDEX ix_tracks_artist")]
    [InlineData(DatabaseProvider.Sqlite, "DROP INDEX ix_tracks_name_only; CREATE UNIQUE INDEX ix_tracks_name_only ON tracks (name_key)")]
    [InlineData(DatabaseProvider.Sqlite, "DROP TABLE mood_anchors; CREATE TABLE mood_anchors (listener_id INTEGER NOT NULL, choice TEXT NOT NULL, centroids TEXT NOT NULL, stored_at INTEGER NOT NULL, PRIMARY KEY (listener_id, choice))")]
    [InlineData(DatabaseProvider.Postgres, "ALTER TABLE tracks ALTER COLUMN isrc SET NOT NULL")]
    [InlineData(DatabaseProvider.Postgres, "ALTER TABLE tracks ALTER COLUMN duration_ms TYPE bigint")]
    [InlineData(DatabaseProvider.Postgres, "ALTER TABLE plays DROP CONSTRAINT pk_plays")]
    [InlineData(DatabaseProvider.Postgres, "ALTER TABLE plays DROP CONSTRAINT fk_plays_listeners")]
    [InlineData(DatabaseProvider.Postgres, "DROP INDEX ix_tracks_name_only; CREATE UNIQUE INDEX ix_tracks_name_only ON tracks (name_key)")]
    [InlineData(DatabaseProvider.Postgres, "ALTER TABLE tracks ALTER COLUMN id DROP IDENTITY")]
    public async Task Comparison_OfASchemaThatStrayed_SeesIt(DatabaseProvider provider, string stray)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var before = await SchemaReader.ReadAsync(database);

        await database.ExecuteAsync(stray);

        Assert.NotEqual(before, await SchemaReader.ReadAsync(database));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task EveryPersonalTable_LeadsToItsListenerAndGoesWithThem(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        await using var context = await database.OpenAsync();

        var schema = await SchemaReader.ReadAsync(database);
        var strays = context.Model.GetEntityTypes()
            .Select(entity => entity.GetTableName()!)
            .Except(s_sharedTables, StringComparer.Ordinal)
            .Where(table => !schema.Any(line => line.StartsWith($"column {table}.listener_id ", StringComparison.Ordinal) && line.Contains("not null", StringComparison.Ordinal))
                || !schema.Any(line => line.StartsWith($"foreign key {table}", StringComparison.Ordinal) && line[$"foreign key {table}".Length] is ('.' or ' ') && ListenerKey().IsMatch(line)));

        Assert.Empty(strays);
    }

    [Fact]
    public async Task NoTable_HasAColumnForAnIpAddressOrAUserAgent()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);

        var columns = (await SchemaReader.ReadAsync(database)).Where(line => line.StartsWith("column ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(columns);
        Assert.DoesNotContain(columns, column => Forbidden().IsMatch(column));
    }

    [Fact]
    public async Task NaturalKeys_OfTimedTables_LeadWithListenerAndTime()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);

        var schema = await SchemaReader.ReadAsync(database);

        Assert.Contains(schema, line => line.StartsWith("index ix_sightings_natural on sightings (listener_id, ended_at, ", StringComparison.Ordinal) && line.EndsWith(" unique", StringComparison.Ordinal));
        Assert.Contains(schema, line => line.StartsWith("key plays (listener_id, started_at, ", StringComparison.Ordinal));
        Assert.Contains(schema, line => line.StartsWith("key spoken_sightings (listener_id, ended_at, ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("plays")]
    [InlineData("spoken_sightings")]
    [InlineData("library_tracks")]
    public async Task TimeFirstTables_OnSqlite_LieInTheOrderOfTheirKey(string table)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);

        var sql = await database.ScalarAsync($"SELECT sql FROM sqlite_master WHERE name = '{table}'");

        Assert.EndsWith("WITHOUT ROWID", sql, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"listener_id\)? (->|REFERENCES) listeners.*ON DELETE CASCADE", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListenerKey();

    [GeneratedRegex(@"\.(\w+_)?(ip|ip_\w+|user_?agent\w*|\w*addr\w*) ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forbidden();
}
