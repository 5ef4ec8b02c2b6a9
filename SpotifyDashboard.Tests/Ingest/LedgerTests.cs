using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>Every row is accounted for, and a row that is not fails the import.</summary>
public sealed class LedgerTests(PostgresServer server)
{
    [Fact]
    public async Task Import_ReaderThatLosesARowSilently_FailsAndStoresNothingOfTheFile()
    {
        await using var bench = await ImportBench.CreateAsync(
            server,
            register: services => services.RemoveAll<IImportFormat>().AddSingleton<IImportFormat, ForgetfulFormat>());
        var file = bench.Write("Streaming_History_Audio_2024_1.json", Rows.List(Rows.Extended("2024-05-01T10:00:00Z"), Rows.Extended("2024-05-01T11:00:00Z")));

        var failure = await Assert.ThrowsAsync<ImportException>(() => bench.ImportAsync(file));

        Assert.Contains("Streaming_History_Audio_2024_1.json", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.Result?.Balances);
        Assert.Equal(2, failure.Result?.Total.Read);
        Assert.Equal((0, 0, 0), (await bench.CountAsync("sightings"), await bench.CountAsync("plays"), await bench.CountAsync("import_files")));
    }

    [Fact]
    public async Task Import_EveryKindOfRow_IsCountedWithItsReason()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var row = Rows.Extended("2024-05-01T10:00:00Z");
        var file = bench.Write("renamed by hand.json", Rows.List(
            row,
            row,
            Rows.Extended("2024-05-01T10:00:09Z"),
            row.Replace("spotify:track:0aHand0000000000000001", "spotify:local:a:b:c:1", StringComparison.Ordinal),
            row.Replace("\"Song 1\"", "null", StringComparison.Ordinal),
            row.Replace("\"spotify_track_uri\":\"spotify:track:0aHand0000000000000001\"", "\"spotify_episode_uri\":\"spotify:episode:1\",\"episode_name\":\"E\",\"episode_show_name\":\"S\"", StringComparison.Ordinal),
            row.Replace("\"ms_played\":200000", "\"ms_played\":-1", StringComparison.Ordinal),
            row.Replace("2024-05-01", "1999-05-01", StringComparison.Ordinal)));

        var ledger = Assert.Single((await bench.ImportAsync(file)).Files);

        Assert.Equal("extended", ledger.Kind);
        Assert.Equal((8, 1, 0, 2, 3, 2), (ledger.Read, ledger.Added, ledger.Merged, ledger.Duplicate, ledger.NotMusic, ledger.Malformed));
        Assert.Equal(
            [
                "local file, unknown to Spotify", "podcast episode", "the milliseconds played are impossible", "the same play reported twice, seconds apart",
                "the same row is known already", "the time lies before Spotify existed", "track without names, removed from Spotify",
            ],
            ledger.Reasons.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(1, await bench.CountAsync("spoken_sightings"));
    }

    [Fact]
    public async Task Import_PersonalFields_AreNowhereInTheDatabase()
    {
        await using var bench = await ImportBench.CreateAsync(server, DatabaseProvider.Sqlite);
        await bench.ImportAsync(bench.Write("h.json", Rows.List(Rows.Extended("2024-05-01T10:00:00Z"))));
        await bench.Database.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");

        var bytes = await File.ReadAllTextAsync(Path.Combine(bench.Folder, "dashboard.db"), System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);

        Assert.Contains("Tidvatten", bytes, StringComparison.Ordinal);
        Assert.All((string[])["192.0.2.44", "agent 47", "mara", "Lund", "Skane"], secret => Assert.DoesNotContain(secret, bytes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_Cancelled_RollsBackTheFileAndGoesOnLaterAsIfNothingHadBeen()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var job = Guid.NewGuid();
        var newest = bench.Write("b.json", Rows.List(Rows.Extended("2024-05-01T10:00:00Z")));
        var older = bench.Write("a.json", Rows.List(Rows.Extended("2022-05-01T10:00:00Z"), Rows.Extended("2022-05-01T12:00:00Z")));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.ImportAsync(
            job, progress => { if (progress.Step.StartsWith("a.json", StringComparison.Ordinal)) { stop.Cancel(); } }, stop.Token, older, newest));
        Assert.Equal((1, 1), (await bench.CountAsync("plays"), await bench.CountAsync("import_files")));

        var result = await bench.ImportAsync(job, _ => { }, TestContext.Current.CancellationToken, older, newest);

        Assert.Equal(["b.json", "a.json"], result.Files.Select(file => file.Name));
        Assert.Equal((3, 3, true), (result.Total.Read, result.Total.Added, result.Balances));
        Assert.Equal(3, await bench.CountAsync("plays"));
    }
}
