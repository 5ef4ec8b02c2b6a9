using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Live;

public sealed class LiveCatalogueTests(PostgresServer server)
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Track_WhoseArtistAndAlbumAnImportNamed_GivesThemTheirIds(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.CreateAsync(server, provider);
        await bench.ImportAsync(bench.Write("Streaming_History_Audio_2026_0.json", Row("0aFakeTrack00000000001", "2026-11-01T10:00:00Z")));

        var (id, _) = await WriteAsync(bench, Track("0aFakeTrack00000000001"), s_now);
        await bench.ImportAsync(bench.Write("Streaming_History_Audio_2026_1.json", Row("0aFakeTrack00000000009", "2026-11-02T10:00:00Z", "Second Song")));

        Assert.Equal<string?[]>(["1bFakeArtist0000000001", "Nordlys Kollektiv"], Assert.Single(await bench.Database.RowsAsync("SELECT spotify_id, name FROM artists")));
        Assert.Equal<string?[]>(["2cFakeAlbum00000000001", "Tidvatten", "2025-09"], Assert.Single(await bench.Database.RowsAsync("SELECT spotify_id, title, release_date FROM albums")));
        Assert.Equal<string?[]>(["214000", "SEFAK2600001"], Assert.Single(await bench.Database.RowsAsync($"SELECT duration_ms, isrc FROM tracks WHERE id = {id}")));
        Assert.Equal(2, await bench.CountAsync("tracks"));
        Assert.Equal("duration_ms explicit isrc", string.Join(' ', (await bench.Database.RowsAsync("SELECT field FROM value_origins WHERE provenance = 'spotify' ORDER BY field")).Select(row => row[0])));
    }

    [Fact]
    public async Task Track_ToldTwice_IsOneRowAndOneDocument()
    {
        await using var bench = await ImportBench.CreateAsync(server);

        var (first, _) = await WriteAsync(bench, Track("0aFakeTrack00000000001"), s_now);
        var (second, _) = await WriteAsync(bench, Track("0aFakeTrack00000000001"), s_now.AddDays(1));

        Assert.Equal(first, second);
        Assert.Equal<string?[]>(["1", "1", "1", "1"], Assert.Single(await bench.Database.RowsAsync(
            "SELECT (SELECT COUNT(*) FROM tracks), (SELECT COUNT(*) FROM artists), (SELECT COUNT(*) FROM albums), (SELECT COUNT(*) FROM track_documents)")));
    }

    [Theory]
    [InlineData(+1, "Glass Harbour (Remastered)", true)]
    [InlineData(-1, "Glass Harbour", false)]
    public async Task Track_NamedOtherwise_TakesTheLaterNames(int days, string expected, bool isRenamed)
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var (id, _) = await WriteAsync(bench, Track("0aFakeTrack00000000001"), s_now);

        var (_, renamed) = await WriteAsync(bench, Track("0aFakeTrack00000000001") with { Name = "Glass Harbour (Remastered)" }, s_now.AddDays(days));

        Assert.Equal(expected, await bench.Database.ScalarAsync("SELECT title FROM tracks"));
        Assert.Equal(isRenamed, renamed.Contains(id ?? 0));
    }

    [Fact]
    public async Task Artists_OfOneNameWithTwoIds_AreTwo()
    {
        await using var bench = await ImportBench.CreateAsync(server);

        await WriteAsync(bench, Track("0aFakeTrack00000000001"), s_now);
        await WriteAsync(bench, Track("0aFakeTrack00000000002", "1bFakeArtist0000000002"), s_now);

        Assert.Equal(2, await bench.CountAsync("artists"));
    }

    [Fact]
    public async Task LocalFilesAndTracksWithoutId_AreLeftOut()
    {
        await using var bench = await ImportBench.CreateAsync(server);

        Assert.Null((await WriteAsync(bench, Track(id: null), s_now)).Id);
        Assert.Null((await WriteAsync(bench, Track("0aFakeTrack00000000001") with { IsLocal = true }, s_now)).Id);

        Assert.Equal(0, await bench.CountAsync("tracks"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Track_WithHostileNames_IsStoredAsItCame(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.CreateAsync(server, provider);
        var hostile = Track("0aFakeTrack00000000001") with { Name = "Robert'); DROP TABLE plays;--\0\u202E", Json = "{\"name\":\"a\0b\"}" };

        await WriteAsync(bench, hostile, s_now);
        await WriteAsync(bench, Track("0aFakeTrack00000000002") with { Name = new string('x', 5000) }, s_now);

        Assert.Equal("Robert'); DROP TABLE plays;--\u202E", await bench.Database.ScalarAsync("SELECT title FROM tracks WHERE spotify_id = '0aFakeTrack00000000001'"));
    }

    private static async Task<(int? Id, IReadOnlySet<int> Renamed)> WriteAsync(ImportBench bench, SpotifyTrack track, DateTimeOffset seenAt)
    {
        await using var write = await bench.Database.Writer.BeginAsync(bench.ListenerId, TestContext.Current.CancellationToken);
        using var catalogue = new LiveCatalogue(write, s_now);
        var id = catalogue.Track(track, seenAt);
        await write.CommitAsync(TestContext.Current.CancellationToken);
        return (id, catalogue.Renamed);
    }

    private static SpotifyTrack Track(string? id, string artistId = "1bFakeArtist0000000001")
    {
        var artist = new SpotifyArtist(artistId, "Nordlys Kollektiv", ImageUrl: null, Genres: null);
        var album = new SpotifyAlbum("2cFakeAlbum00000000001", "Tidvatten", "2025-09", "https://i.scdn.co/image/fake640", [artist]);
        return new SpotifyTrack(id, "Glass Harbour", [artist], album, 214_000, "SEFAK2600001", Explicit: false, IsLocal: false, "{}");
    }

    private static string Row(string id, string ts, string title = "Glass Harbour") =>
        $$"""
        [ { "ts": "{{ts}}", "platform": "android", "ms_played": 214000, "conn_country": "SE",
            "master_metadata_track_name": "{{title}}", "master_metadata_album_artist_name": "Nordlys Kollektiv", "master_metadata_album_album_name": "Tidvatten",
            "spotify_track_uri": "spotify:track:{{id}}", "reason_start": "trackdone", "reason_end": "trackdone", "shuffle": false, "skipped": false, "offline": false, "incognito_mode": false } ]
        """;
}
