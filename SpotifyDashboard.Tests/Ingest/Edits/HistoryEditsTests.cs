using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Ingest.Edits;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Edits;

/// <summary>Taking plays out of a history and putting them back.</summary>
public sealed class HistoryEditsTests(PostgresServer server)
{
    private const int Worlds = 25;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task RemoveRestoreAndImport_InAnyOrder_EndInThePlaysOfOneDerivation(DatabaseProvider provider)
    {
        foreach (var seed in ArbMap.Default.GeneratorFor<int>().Sample(provider == DatabaseProvider.Sqlite ? Worlds : 8, 1_000_000))
        {
            await using var bench = await ImportBench.CreateAsync(server, provider);
            var random = new Random(seed);
            var steps = LivedHistory.Make(seed).Steps.Concat(LivedHistory.Make(seed).Steps).ToArray();
            random.Shuffle(steps);
            foreach (var step in steps)
            {
                await step(bench);
                await EditAtRandomAsync(bench, random);
                Assert.Equal(await DerivedFromScratch.ExpectedAsync(bench), await DerivedFromScratch.StoredAsync(bench));
            }

            await RestoreAllAsync(bench);
            await using var untouched = await ImportBench.CreateAsync(server, provider);
            foreach (var step in steps)
            {
                await step(untouched);
            }

            Assert.Equal(await untouched.PlaysAsync(), await bench.PlaysAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Restore_AfterARemoval_BringsBackTheVeryRow(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.CreateAsync(server, provider);
        await bench.ImportAsync(bench.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"), Rows.Extended("2024-05-01T10:04:41Z", track: 2))));
        var before = await DerivedFromScratch.StoredAsync(bench);

        Assert.Equal(EditOutcome.Done, await Edits(bench).RemoveAsync(bench.ListenerId, 1, Cancellation));
        var between = await DerivedFromScratch.StoredAsync(bench);
        Assert.Equal(EditOutcome.Done, await Edits(bench).RestoreAsync(bench.ListenerId, 1, Cancellation));

        Assert.Equal(before.Skip(1), between);
        Assert.Equal(before, await DerivedFromScratch.StoredAsync(bench));
    }

    [Fact]
    public async Task RemovedPlay_SeenAgainByItsFileAndByAnotherSource_StaysAway_AndTheLedgersBalance()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var account = bench.Write("StreamingHistory_music_0.json", Rows.List(Rows.Account("2024-05-01 10:00")));
        await bench.ImportAsync(account);
        await Edits(bench).RemoveAsync(bench.ListenerId, 1, Cancellation);

        var again = await bench.ImportAsync(account);
        var better = await bench.ImportAsync(bench.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"))));

        Assert.Equal((1, 1, true), (again.Total.Read, again.Total.Duplicate, again.Balances));
        Assert.Equal((1, 1, true), (better.Total.Read, better.Total.Duplicate, better.Balances));
        Assert.Equal(0, await bench.CountAsync("plays"));
        Assert.Equal(2, await bench.CountAsync("sightings"));
        Assert.Equal(2, Assert.Single(await Edits(bench).ListRemovedAsync(bench.ListenerId, Cancellation)).Id);
    }

    [Fact]
    public async Task RemovedPlay_RestoredByAnOldIdOfIts_ComesBackOnItsBestSource()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        await bench.ImportAsync(bench.Write("StreamingHistory_music_0.json", Rows.List(Rows.Account("2024-05-01 10:00"))));
        await Edits(bench).RemoveAsync(bench.ListenerId, 1, Cancellation);
        await bench.ImportAsync(bench.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"))));

        Assert.Equal(EditOutcome.Done, await Edits(bench).RestoreAsync(bench.ListenerId, 1, Cancellation));

        Assert.Equal("2", await bench.Database.ScalarAsync("SELECT id FROM plays"));
        Assert.Empty(await Edits(bench).ListRemovedAsync(bench.ListenerId, Cancellation));
    }

    [Fact]
    public async Task ListRemoved_AfterRemovals_TellsEachPlayWithTheLatestRemovalFirst()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        await bench.ImportAsync(bench.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"), Rows.Extended("2024-05-01T10:10:41Z", track: 2))));
        await Edits(bench).RemoveAsync(bench.ListenerId, 2, Cancellation);
        await Edits(bench).RemoveAsync(bench.ListenerId, 1, Cancellation);
        await bench.Database.ExecuteAsync("UPDATE removed_sightings SET removed_at = removed_at + 1000 WHERE sighting_id = 1");

        var removed = await Edits(bench).ListRemovedAsync(bench.ListenerId, Cancellation);

        Assert.Equal([1, 2], removed.Select(play => play.Id));
        Assert.Equal(("Song 1", "Nordlys Kollektiv", "Tidvatten", "ExtendedExport"), (removed[0].Title, removed[0].Artist, removed[0].Album, removed[0].Source));
        Assert.Equal(DateTimeOffset.Parse("2024-05-01T10:00:41Z", CultureInfo.InvariantCulture), removed[0].EndedAt);
        Assert.Equal(removed[0].EndedAt.AddMilliseconds(-200_000), removed[0].StartedAt);
    }

    [Fact]
    public async Task Edit_OfAnUnknownPlayOrAnotherListenersOrTheDemos_IsRefused()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        await bench.ImportAsync(bench.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"))));
        await bench.Database.ExecuteAsync(
            "INSERT INTO listeners (display_name, time_zone, time_zone_chosen, counting_rule, theme, is_demo, created_at, plays_version, rewritten_at_version) "
            + "VALUES ('other', 'UTC', false, 0, 'system', false, 0, 0, 0), ('demo', 'UTC', false, 0, 'system', true, 0, 0, 0)");
        var others = (await bench.Database.RowsAsync("SELECT id FROM listeners ORDER BY id")).Select(row => int.Parse(row[0] ?? "", CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(EditOutcome.Unknown, await Edits(bench).RemoveAsync(bench.ListenerId, 99, Cancellation));
        Assert.Equal(EditOutcome.Unknown, await Edits(bench).RemoveAsync(others[1], 1, Cancellation));
        Assert.Equal(EditOutcome.Unknown, await Edits(bench).RestoreAsync(others[1], 1, Cancellation));
        Assert.Equal(EditOutcome.IsDemo, await Edits(bench).RemoveAsync(others[2], 1, Cancellation));
        Assert.Equal(EditOutcome.Unknown, await Edits(bench).RemoveAsync(listenerId: 0, 1, Cancellation));
        Assert.Equal(1, await bench.CountAsync("plays"));
    }

    [Fact]
    public async Task Remove_APlay_TellsOpenPagesOnceAndTheirLogIsBuiltAnew()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        await bench.ImportAsync(bench.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"))));
        var heard = 0;
        using var hearing = bench.Services.GetRequiredService<SpotifyDashboard.Listening.PlaysChanged>().Subscribe(_ => heard++);

        await Edits(bench).RemoveAsync(bench.ListenerId, 1, Cancellation);
        await Edits(bench).RemoveAsync(bench.ListenerId, 1, Cancellation);

        Assert.Equal(1, heard);
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT count(*) FROM listeners WHERE rewritten_at_version = plays_version"));
    }

    private static HistoryEdits Edits(ImportBench bench) => bench.Services.GetRequiredService<HistoryEdits>();

    private static async Task EditAtRandomAsync(ImportBench bench, Random random)
    {
        for (var edits = random.Next(4); edits > 0; edits--)
        {
            var ids = (await bench.Database.RowsAsync("SELECT id FROM sightings ORDER BY id")).Select(row => long.Parse(row[0] ?? "", CultureInfo.InvariantCulture)).ToList();
            if (ids.Count == 0)
            {
                return;
            }

            var id = ids[random.Next(ids.Count)];
            Assert.Equal(EditOutcome.Done, random.Next(3) == 0
                ? await Edits(bench).RestoreAsync(bench.ListenerId, id, Cancellation)
                : await Edits(bench).RemoveAsync(bench.ListenerId, id, Cancellation));
        }
    }

    private static async Task RestoreAllAsync(ImportBench bench)
    {
        foreach (var play in await Edits(bench).ListRemovedAsync(bench.ListenerId, Cancellation))
        {
            await Edits(bench).RestoreAsync(bench.ListenerId, play.Id, Cancellation);
        }
    }
}
