using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fixtures;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>What stands in the database depends on what was imported, not on when.</summary>
public sealed class ImportOrderTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Files_InAnyOrderOfImport_GiveTheSamePlaysAndNames(DatabaseProvider provider)
    {
        string[][] orders = [["old", "new", "account"], ["account", "new", "old"], ["new", "account", "old", "new"]];
        var outcomes = new List<IReadOnlyList<string>>();
        foreach (var order in orders)
        {
            await using var bench = await ImportBench.CreateAsync(server, provider);
            foreach (var name in order)
            {
                await bench.ImportAsync(bench.Write($"{name}.json", Content(name)));
            }

            outcomes.Add(await bench.PlaysAsync());
        }

        // Five of the account's six rows meet a play of the exports; the renamed track meets by its new name only.
        Assert.Equal(7, outcomes[0].Count);
        Assert.Equal(outcomes[0], outcomes[1]);
        Assert.Equal(outcomes[0], outcomes[2]);
    }

    [Fact]
    public async Task TwoOverlappingExports_OneAfterTheOtherOrTheOtherWayRound_GiveTheSameAsOne()
    {
        var whole = await OutcomeAsync((0, 3000));
        var overlapping = await OutcomeAsync((0, 2000), (1500, 3000));
        var backwards = await OutcomeAsync((1500, 3000), (0, 2000), (700, 1600));

        Assert.Equal(whole, overlapping);
        Assert.Equal(whole, backwards);
    }

    [Fact]
    public async Task Account_EqualRowsThatFitIntoTheirMinute_AreRepeatsAndTheOthersDuplicates()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var zip = Rows.Zip(
            Path.Combine(bench.Folder, "account.zip"),
            ("StreamingHistory_music_0.json", Rows.List(Enumerable.Repeat(Rows.Account("2026-03-02 07:41", ms: 25_000), 2))),
            ("StreamingHistory_music_1.json", Rows.List(Enumerable.Repeat(Rows.Account("2026-03-02 07:41", ms: 25_000), 2))),
            ("StreamingHistory_music_2.json", Rows.List(Enumerable.Repeat(Rows.Account("2026-03-02 08:00", ms: 200_000), 2))));

        var first = await bench.ImportAsync(zip);
        var second = await bench.ImportAsync(zip);

        Assert.Equal((6, 4, 2), (first.Total.Read, first.Total.Added, first.Total.Duplicate));
        Assert.Equal((6, 0, 6), (second.Total.Read, second.Total.Added, second.Total.Duplicate));
    }

    [Fact]
    public async Task ExtendedExport_AfterTheAccountData_TakesItsPlaysOver()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        await bench.ImportAsync(bench.Write("StreamingHistory_music_0.json", Rows.List(Rows.Account("2024-05-01 10:00"))));

        var result = await bench.ImportAsync(bench.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"))));

        Assert.Equal((1, 0, 1), (result.Total.Read, result.Total.Added, result.Total.Merged));
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT source FROM plays"));
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT count(*) FROM sightings WHERE merged_into_id IS NOT NULL"));
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT count(*) FROM listeners WHERE rewritten_at_version = plays_version"));
    }

    private static string Content(string name) => name switch
    {
        "old" => Rows.List(
            Rows.Extended("2023-01-01T10:00:30Z"),
            Rows.Extended("2023-01-01T10:10:30Z", track: 2),
            Rows.Extended("2023-01-01T10:20:30Z", track: 3, title: "Before"),
            Rows.Extended("2024-06-01T10:00:30Z", track: 2)),
        "new" => Rows.List(
            Rows.Extended("2024-06-01T10:00:30Z", track: 2),
            Rows.Extended("2024-06-01T10:20:30Z", track: 3, title: "After"),
            Rows.Extended("2024-06-01T10:30:30Z", track: 4)),
        _ => Rows.List(
            Rows.Account("2023-01-01 10:00"),
            Rows.Account("2023-01-01 10:10", title: "SONG  2"),
            Rows.Account("2023-01-01 10:20", title: "After"),
            Rows.Account("2024-06-01 10:00", title: "Song 2"),
            Rows.Account("2024-06-01 10:20", title: "Before"),
            Rows.Account("2024-06-01 10:30", title: "Song 4")),
    };

    /// <summary>Imports ranges of rows of one generated export, each as a file of its own.</summary>
    private async Task<IReadOnlyList<string>> OutcomeAsync(params (int From, int To)[] ranges)
    {
        var stream = new MemoryStream();
        new ExtendedExportGenerator(seed: 11, tracks: 120).WriteJson(stream, 3000);
        var rows = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Trim('[', ']', '\n').Split(",\n");
        await using var bench = await ImportBench.CreateAsync(server);
        foreach (var (from, to) in ranges)
        {
            await bench.ImportAsync(bench.Write($"{from}.json", Rows.List(rows[from..Math.Min(to, rows.Length)])));
        }

        return await bench.PlaysAsync();
    }
}
