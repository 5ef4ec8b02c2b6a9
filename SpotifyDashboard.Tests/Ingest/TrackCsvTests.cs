using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>CSVs of tracks bring tracks and audio features, never plays.</summary>
public sealed class TrackCsvTests(PostgresServer server)
{
    private const string Exportify =
        "\uFEFF\"Track URI\",\"Track Name\",\"Artist URI(s)\",\"Artist Name(s)\",\"Album Name\",\"Track Duration (ms)\",\"ISRC\",\"Danceability\",\"Energy\",\"Tempo\"\r\n"
        + "\"spotify:track:0aHand0000000000000001\",\"A \"\"quoted\"\" song\",\"spotify:artist:1,spotify:artist:2\",\"First,Second\",\"Album, the\",\"214000\",\"SEABC2400001\",\"0.5\",\"0.25\",\"120.125\"\r\n"
        + "\"spotify:track:0aHand0000000000000002\",\"Two\nlines\",\"spotify:artist:3\",\"Tyler, The Creator\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n"
        + "\"spotify:local:x:y:z:1\",\"Mine\",\"\",\"Me\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n"
        + "\"spotify:track:0aHand0000000000000001\",\"Again\",\"\",\"First\",\"\",\"\",\"\",\"0.9\",\"\",\"\"\r\n"
        + "\"spotify:track:short\",\"Bad\",\"\",\"X\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n"
        + "\"spotify:track:0aHand0000000000000003\",\"Loud\",\"\",\"X\",\"\",\"\",\"\",\"loud\",\"\",\"\"\r\n";

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Exportify_WithQuotesAndLocalFiles_BringsTracksAndFeatures(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.CreateAsync(server, provider);

        var ledger = Assert.Single((await bench.ImportAsync(bench.Write("liked.csv", Exportify))).Files);

        Assert.Equal("tracks", ledger.Kind);
        Assert.Equal((6, 2, 1, 1, 2), (ledger.Read, ledger.Added, ledger.Duplicate, ledger.NotMusic, ledger.Malformed));
        Assert.Equal((2, 0), (await bench.CountAsync("library_tracks"), await bench.CountAsync("plays")));
        var first = Assert.Single(await bench.Database.RowsAsync(
            """
            SELECT t.title, a.name, b.title, t.duration_ms, t.isrc, f.danceability, f.energy, f.tempo, f.valence, f.provenance
            FROM audio_features f JOIN tracks t ON t.id = f.track_id JOIN artists a ON a.id = t.artist_id JOIN albums b ON b.id = t.album_id
            """));
        Assert.Equal("A \"quoted\" song|First|Album, the|214000|SEABC2400001|0.5|0.25|120.125||liked.csv", string.Join('|', first));
        Assert.Equal("Tyler, The Creator", await bench.Database.ScalarAsync("SELECT a.name FROM artists a JOIN tracks t ON t.artist_id = a.id WHERE t.spotify_id LIKE '%2'"));
    }

    [Fact]
    public async Task SecondFile_WithOneMoreFeature_FillsItInAndKeepsTheOthers()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        await bench.ImportAsync(bench.Write("one.csv", "track_id,track_name,track_artist,energy\n0aHand0000000000000001,Song,Artist,0.25\n"));

        var again = await bench.ImportAsync(bench.Write("two.csv", "id;name;artists;energy;valence\nhttps://open.spotify.com/track/0aHand0000000000000001?si=1;Song;Artist;0.9;0.75\n"));
        var third = await bench.ImportAsync(Path.Combine(bench.Folder, "two.csv"));

        Assert.Equal((1, 1, 0), (again.Total.Read, again.Total.Added, again.Total.Duplicate));
        Assert.Equal((1, 0, 1), (third.Total.Read, third.Total.Added, third.Total.Duplicate));
        Assert.Equal(
            "0.25|0.75|one.csv, two.csv",
            string.Join('|', Assert.Single(await bench.Database.RowsAsync("SELECT energy, valence, provenance FROM audio_features"))));
    }

    [Fact]
    public async Task NamesOfAPlay_OutdoThoseOfAList_WhicheverCameFirst()
    {
        const string Csv = "track_id,track_name,track_artist,energy\n0aHand0000000000000001,Listed,Artist,0.25\n";
        foreach (var csvFirst in (bool[])[true, false])
        {
            await using var bench = await ImportBench.CreateAsync(server);
            var (csv, history) = (bench.Write("list.csv", Csv), bench.Write("h.json", Rows.List(Rows.Extended("2024-05-01T10:00:00Z", title: "Played"))));
            await bench.ImportAsync(csvFirst ? csv : history);
            await bench.ImportAsync(csvFirst ? history : csv);

            Assert.Equal("Played", await bench.Database.ScalarAsync("SELECT title FROM tracks"));
        }
    }
}
