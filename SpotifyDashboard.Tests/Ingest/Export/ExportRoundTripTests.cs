using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Ingest.Edits;
using SpotifyDashboard.Ingest.Export;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;
using SpotifyDashboard.Tests.Storage.Copying;

namespace SpotifyDashboard.Tests.Ingest.Export;

/// <summary>Export, import into an empty database, export: the same bytes, and the same history.</summary>
public sealed class ExportRoundTripTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider, DatabaseProvider, int> Ways => new()
    {
        { DatabaseProvider.Sqlite, DatabaseProvider.Sqlite, 25 },
        { DatabaseProvider.Sqlite, DatabaseProvider.Postgres, 6 },
        { DatabaseProvider.Postgres, DatabaseProvider.Sqlite, 6 },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AnyHistory_ExportedAndImported_GivesTheSameFileAndTheSameHistory(DatabaseProvider from, DatabaseProvider to, int worlds)
    {
        foreach (var seed in ArbMap.Default.GeneratorFor<int>().Sample(worlds, 1_000_000))
        {
            await using var first = await ImportBench.CreateAsync(server, from);
            await LiveAsync(first, seed);
            var file = await ExportAsync(first);

            await using var second = await ImportBench.CreateAsync(server, to);
            var path = second.Write("export.json", file);
            var result = await second.ImportAsync(path);

            Assert.True(result.Balances);
            Assert.Equal(0, result.Total.Malformed);
            Assert.Equal(file, await ExportAsync(second));
            Assert.Equal(await ContentAsync(first), await ContentAsync(second));

            var again = await second.ImportAsync(path);
            Assert.Equal(again.Total.Read, again.Total.Duplicate + again.Total.NotMusic);
            Assert.Equal(file, await ExportAsync(second));
        }
    }

    [Fact]
    public async Task AnyHistory_CopiedFromSqliteToPostgres_GivesTheSameFile()
    {
        foreach (var seed in ArbMap.Default.GeneratorFor<int>().Sample(6, 1_000_000))
        {
            await using var sqlite = await ImportBench.CreateAsync(server, DatabaseProvider.Sqlite);
            await LiveAsync(sqlite, seed);
            await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);

            await TestCopy.RunAsync(sqlite.Database, postgres);

            var process = postgres.Process(static services => services.AddIngest());
            Assert.Equal(await ExportAsync(sqlite), await ExportAsync(process.Services, sqlite.ListenerId));
        }
    }

    [Fact]
    public async Task Removal_BroughtByAnExportBeforeOrAfterTheFileItself_Holds()
    {
        await using var first = await ImportBench.CreateAsync(server);
        var spotify = first.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"), Rows.Extended("2024-05-01T10:04:41Z", track: 2)));
        await first.ImportAsync(spotify);
        await first.Services.GetRequiredService<HistoryEdits>().RemoveAsync(first.ListenerId, 1, Cancellation);
        var export = first.Write("export.json", await ExportAsync(first));

        foreach (var order in (string[][])[[spotify, export], [export, spotify]])
        {
            await using var second = await ImportBench.CreateAsync(server);
            foreach (var path in order)
            {
                Assert.True((await second.ImportAsync(path)).Balances);
            }

            Assert.Equal(await first.PlaysAsync(), await second.PlaysAsync());
            Assert.Equal(1, await second.CountAsync("plays"));
        }
    }

    [Fact]
    public async Task Removal_TakenBackSince_IsNotBroughtAgainByAnOlderExport()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var edits = bench.Services.GetRequiredService<HistoryEdits>();
        await bench.ImportAsync(bench.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"))));
        await edits.RemoveAsync(bench.ListenerId, 1, Cancellation);
        var older = bench.Write("export.json", await ExportAsync(bench));
        await edits.RestoreAsync(bench.ListenerId, 1, Cancellation);
        await bench.Database.ExecuteAsync("UPDATE removed_sightings SET restored_at = removed_at + 1");

        await bench.ImportAsync(older);

        Assert.Equal(1, await bench.CountAsync("plays"));
    }

    [Fact]
    public async Task Export_OfAnOrdinaryRow_HasSpotifysOwnColumnsInTheirOrderAndNothingElse()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        await bench.ImportAsync(bench.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"), Rows.Extended("2024-05-01T10:04:41Z"))));

        using var json = JsonDocument.Parse(await ExportAsync(bench));

        var row = json.RootElement[1];
        Assert.Equal(
            "ts platform ms_played conn_country master_metadata_track_name master_metadata_album_artist_name master_metadata_album_album_name spotify_track_uri "
            + "episode_name episode_show_name spotify_episode_uri audiobook_title audiobook_uri audiobook_chapter_uri audiobook_chapter_title "
            + "reason_start reason_end shuffle skipped offline offline_timestamp incognito_mode",
            string.Join(' ', row.EnumerateObject().Select(column => column.Name)));
        Assert.Equal(("2024-05-01T10:04:41Z", 200_000, "spotify:track:0aHand0000000000000001"), (row.GetProperty("ts").GetString(), row.GetProperty("ms_played").GetInt32(), row.GetProperty("spotify_track_uri").GetString()));
        Assert.Equal(1, json.RootElement[0].GetProperty("spotify_dashboard").GetProperty("form").GetInt32());
    }

    [Fact]
    public async Task Export_ForOtherPrograms_TellsEachPlayOnceAndNoRemovedOne()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        await bench.ImportAsync(bench.Write("StreamingHistory_music_0.json", Rows.List(Rows.Account("2024-05-01 10:00"), Rows.Account("2024-05-01 11:00"))));
        await bench.ImportAsync(bench.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"), Rows.Extended("2024-05-01T12:00:41Z", track: 2))));
        await bench.Services.GetRequiredService<HistoryEdits>().RemoveAsync(bench.ListenerId, 4, Cancellation);

        using var json = JsonDocument.Parse(await ExportAsync(bench));

        var told = json.RootElement.EnumerateArray().Where(row => row.GetProperty("master_metadata_track_name").ValueKind == JsonValueKind.String).ToList();
        Assert.Equal(["2024-05-01T10:00:41Z", "2024-05-01T11:00:00Z"], told.Select(row => row.GetProperty("ts").GetString()));
        Assert.All(json.RootElement.EnumerateArray().Except(told), row => Assert.Equal(0, row.GetProperty("ms_played").GetInt32()));
    }

    [Fact]
    public async Task Export_WithItsColumnsInAnotherOrder_IsReadAllTheSame()
    {
        await using var first = await ImportBench.CreateAsync(server);
        await LiveAsync(first, seed: 7);
        var file = await ExportAsync(first);
        using var json = JsonDocument.Parse(file);
        var sorted = json.RootElement.EnumerateArray().Select(row => "{" + string.Join(',', row.EnumerateObject().OrderBy(column => column.Name, StringComparer.Ordinal).Select(column => column.ToString())) + "}");

        await using var second = await ImportBench.CreateAsync(server);
        await second.ImportAsync(second.Write("sorted.json", Rows.List(sorted)));

        Assert.Equal(await ContentAsync(first), await ContentAsync(second));
    }

    [Fact]
    public async Task EmptyHistory_Exported_IsAnEmptyListThatImports()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var file = await ExportAsync(bench);

        var result = await bench.ImportAsync(bench.Write("Streaming_History_Audio_2026-11-21.json", file));

        Assert.Equal("[]\n", file);
        Assert.Equal((0, true), (result.Total.Read, result.Balances));
    }

    private static Task<string> ExportAsync(ImportBench bench) => ExportAsync(bench.Services, bench.ListenerId);

    private static async Task<string> ExportAsync(IServiceProvider services, int listenerId)
    {
        using var stream = new MemoryStream();
        await services.GetRequiredService<HistoryExport>().WriteAsync(listenerId, stream, Cancellation);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>All sources in any order, saved tracks, a gap, removals and restores.</summary>
    private static async Task LiveAsync(ImportBench bench, int seed)
    {
        var random = new Random(seed);
        var steps = LivedHistory.Make(seed).Steps.ToArray();
        random.Shuffle(steps);
        foreach (var step in steps)
        {
            await step(bench);
        }

        await SaveAsync(bench, random);
        await bench.Database.ExecuteAsync(
            $"INSERT INTO gaps (listener_id, from_at, to_at, found_at, closed_at, closed_by) VALUES ({bench.ListenerId}, 1772438400123, 1772438900000, 1772439000001, NULL, NULL), "
            + $"({bench.ListenerId}, 1772338400123, 1772338900000, 1772339000001, 1772339000007, 'e.json')");
        await bench.Database.ExecuteAsync(
            $"INSERT INTO recording_splits (listener_id, track_id, other_track_id, decided_at) SELECT {bench.ListenerId}, MIN(track_id), MAX(track_id), 1772449000001 FROM sightings HAVING MIN(track_id) < MAX(track_id)");
        await bench.Database.ExecuteAsync(
            "INSERT INTO audio_features (track_id, energy, tempo, provenance, stored_at) SELECT MIN(id), 0.1234567, 120.5, 'reccobeats', 1772449000002 FROM tracks;"
            + "INSERT INTO artist_genres (artist_id, genre, provenance, weight, stored_at) SELECT artist_id, 'indie \"pop\"', 'musicbrainz', 2.5, 1772449000003 FROM tracks WHERE spotify_id IS NOT NULL GROUP BY artist_id");
        var edits = bench.Services.GetRequiredService<HistoryEdits>();
        var ids = (await bench.Database.RowsAsync("SELECT id FROM sightings ORDER BY id")).Select(row => long.Parse(row[0] ?? "", CultureInfo.InvariantCulture)).ToList();
        for (var edit = random.Next(5); edit > 0; edit--)
        {
            await edits.RemoveAsync(bench.ListenerId, ids[random.Next(ids.Count)], Cancellation);
            await edits.RestoreAsync(bench.ListenerId, ids[random.Next(ids.Count)], Cancellation);
        }
    }

    private static async Task SaveAsync(ImportBench bench, Random random)
    {
        var now = new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero);
        await using var write = await bench.Database.Writer.BeginAsync(bench.ListenerId, Cancellation);
        using var catalogue = new LiveCatalogue(write, now);
        var saved = Enumerable.Range(0, 5).Where(_ => random.Next(2) == 0).Select(number => new SpotifySavedTrack(now.AddDays(-number), LivedHistory.Track(number)));
        new SavedLibrary(write, now).Store([.. saved], catalogue);
        await using var deriver = await SpotifyDashboard.Ingest.PlayDeriver.CreateAsync(write, long.MaxValue, atHand: null, new PollTally(), Cancellation);
        await deriver.DeriveAsync(new SpotifyDashboard.Ingest.TouchedDays(), catalogue.Renamed, new HashSet<long>(), static _ => { }, Cancellation);
        await write.CommitAsync(Cancellation);
    }

    /// <summary>What an export is to keep, without numbers of rows.</summary>
    private static async Task<IReadOnlyList<string>> ContentAsync(ImportBench bench)
    {
        string[] queries =
        [
            """
            SELECT 'play', p.started_at, p.ended_at, p.ms_played, COALESCE(t.spotify_id, t.name_key), p.source, p.precision, c.reason_start, c.reason_end, c.platform, c.country, p.flags, x.uri
            FROM plays p JOIN tracks t ON t.id = p.track_id JOIN circumstances c ON c.id = p.circumstance_id LEFT JOIN play_contexts x ON x.id = p.context_id
            """,
            """
            SELECT 'sighting', s.ended_at, s.source, COALESCE(t.spotify_id, t.name_key), s.ms_played, s.offline_timestamp, s.occurrence, s.flags, r.removed_at, r.restored_at, s.merged_into_id IS NULL
            FROM sightings s JOIN tracks t ON t.id = s.track_id LEFT JOIN removed_sightings r ON r.sighting_id = s.id
            """,
            """
            SELECT 'track', t.spotify_id, t.name_key, t.title, a.name, a.spotify_id, b.title, b.spotify_id, b.release_date, b.image_url, ba.name, t.duration_ms, t.isrc, t.explicit, t.named_at
            FROM tracks t JOIN artists a ON a.id = t.artist_id LEFT JOIN albums b ON b.id = t.album_id LEFT JOIN artists ba ON ba.id = b.artist_id
            """,
            "SELECT 'spoken', ended_at, kind, uri, title, show, ms_played FROM spoken_sightings",
            "SELECT 'library', COALESCE(t.spotify_id, t.name_key), l.source, l.added_at, l.saved_at FROM library_tracks l JOIN tracks t ON t.id = l.track_id",
            "SELECT 'sound', COALESCE(t.spotify_id, t.name_key), f.energy, f.tempo, f.valence, f.provenance, f.stored_at FROM audio_features f JOIN tracks t ON t.id = f.track_id",
            "SELECT DISTINCT 'genre', t.spotify_id, g.genre, g.provenance, g.weight, g.stored_at FROM artist_genres g JOIN tracks t ON t.artist_id = g.artist_id",
            "SELECT 'split', COUNT(*), MIN(COALESCE(t.spotify_id, t.name_key)), MAX(COALESCE(t.spotify_id, t.name_key)), decided_at FROM recording_splits s JOIN tracks t ON t.id IN (s.track_id, s.other_track_id) GROUP BY decided_at",
            "SELECT 'gap', from_at, to_at, found_at, closed_at, closed_by FROM gaps",
        ];
        var lines = new List<string>();
        foreach (var query in queries)
        {
            lines.AddRange((await bench.Database.RowsAsync(query)).Select(row => string.Join('|', row.Select(value => value is "t" or "True" ? "1" : value is "f" or "False" ? "0" : value))).Order(StringComparer.Ordinal));
        }

        return lines;
    }
}
