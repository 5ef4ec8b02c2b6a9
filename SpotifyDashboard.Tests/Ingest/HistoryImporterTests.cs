using System.Globalization;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fixtures;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>A whole extended export, with every known trap, through the importer into the database.</summary>
public sealed class HistoryImporterTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ExtendedExport_WithAllTraps_GivesExactlyThePlaysThatWere(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.CreateAsync(server, provider);
        var zip = Path.Combine(bench.Folder, "my_spotify_data.zip");
        var truth = new ExtendedExportGenerator(seed: 7, tracks: 400).WriteZip(zip, rows: 12_000, rowsPerFile: 2_500);

        var result = await bench.ImportAsync(zip);

        Assert.True(result.Balances);
        Assert.Equal(
            (truth.Read, truth.Added, 0, truth.Duplicate, truth.NotMusic, truth.Malformed),
            (result.Total.Read, result.Total.Added, result.Total.Merged, result.Total.Duplicate, result.Total.NotMusic, result.Total.Malformed));
        Assert.Equal(truth.Tracks.OrderBy(track => track.Key, StringComparer.Ordinal), await TracksAsync(bench));
    }

    [Fact]
    public async Task SecondRun_OfTheSameExport_AddsNothing()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var zip = Path.Combine(bench.Folder, "my_spotify_data.zip");
        new ExtendedExportGenerator(seed: 8, tracks: 300).WriteZip(zip, rows: 6_000, rowsPerFile: 1_500);
        var first = await bench.ImportAsync(zip);
        var plays = await bench.PlaysAsync();

        var second = await bench.ImportAsync(zip);

        Assert.Equal(0, second.Total.Added);
        Assert.Equal(first.Total.Added + first.Total.Duplicate, second.Total.Duplicate);
        Assert.True(second.Balances);
        Assert.Equal(plays, await bench.PlaysAsync());
    }

    private static async Task<List<KeyValuePair<string, (long, long)>>> TracksAsync(ImportBench bench)
    {
        var rows = await bench.Database.RowsAsync(
            "SELECT t.spotify_id, count(*), sum(p.ms_played) FROM plays p JOIN tracks t ON t.id = p.track_id GROUP BY t.spotify_id");
        return [.. rows
            .Select(row => KeyValuePair.Create(row[0] ?? "", (Number(row[1]), Number(row[2]))))
            .OrderBy(track => track.Key, StringComparer.Ordinal)];

        static long Number(string? text) => long.Parse(text ?? "0", CultureInfo.InvariantCulture);
    }
}
