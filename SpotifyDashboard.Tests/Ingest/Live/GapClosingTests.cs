using System.Globalization;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Live;

public sealed class GapClosingTests(PostgresServer server)
{
    private static readonly DateTimeOffset s_from = new(2026, 11, 10, 10, 0, 0, TimeSpan.Zero);

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Import_ThatReachesOverAGap_ClosesItByName(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.CreateAsync(server, provider);
        await GapAsync(bench);

        await bench.ImportAsync(bench.Write("Streaming_History_Audio_2026_3.json", History(s_from, s_from.AddHours(2), s_from.AddHours(5))));

        var row = Assert.Single(await bench.Database.RowsAsync("SELECT closed_by, closed_at FROM gaps"));
        Assert.Equal("Streaming_History_Audio_2026_3.json", row[0]);
        Assert.NotNull(row[1]);
    }

    [Fact]
    public async Task Import_ThatEndsWithinAGap_LeavesItOpen()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        await GapAsync(bench);

        await bench.ImportAsync(bench.Write("Streaming_History_Audio_2026_3.json", History(s_from.AddDays(-3), s_from, s_from.AddHours(2))));

        Assert.Null(await bench.Database.ScalarAsync("SELECT closed_at FROM gaps"));
    }

    private static Task GapAsync(ImportBench bench) => bench.Database.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"INSERT INTO gaps (listener_id, from_at, to_at, found_at) VALUES ({bench.ListenerId}, {s_from.ToUnixTimeMilliseconds()}, {s_from.AddHours(5).ToUnixTimeMilliseconds()}, 0)"));

    private static string History(params DateTimeOffset[] ends) => $"[{string.Join(',', ends.Select(end =>
        $$"""
        { "ts": "{{end.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}}", "platform": "android", "ms_played": 200000, "conn_country": "SE",
          "master_metadata_track_name": "Song", "master_metadata_album_artist_name": "Artist", "master_metadata_album_album_name": "Album",
          "spotify_track_uri": "spotify:track:0aFakeTrack00000000001", "reason_start": "trackdone", "reason_end": "trackdone", "shuffle": false, "skipped": false, "offline": false, "incognito_mode": false }
        """))}]";
}
