using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Failures;
using SpotifyDashboard.Tests.Fixtures;
using SpotifyDashboard.Tests.Ingest.Live;

namespace SpotifyDashboard.Tests.Storage.Failures;

/// <summary>A PostgreSQL server that crashes under polls and imports and comes back.</summary>
public sealed class DatabaseRestartTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_CrashedWhilePollingAndImporting_CostsNothing()
    {
        await using var server = new PostgresServer();
        await using var bench = await PollBench.CreateAsync(server, DatabaseProvider.Postgres);
        var process = bench.Process();
        var tracks = bench.World.AddCatalogue(20);
        bench.World.PlayInRow(bench.User, tracks.Take(10), bench.Time.GetUtcNow());
        await bench.PollAsync(process);
        bench.Time.Advance(TimeSpan.FromHours(1));
        bench.World.PlayInRow(bench.User, tracks.Skip(10), bench.Time.GetUtcNow());

        var file = Path.Combine(bench.Database.Folder, "export.zip");
        var truth = new ExtendedExportGenerator(seed: 3, tracks: 200).WriteZip(file, rows: 3000, rowsPerFile: 1000);
        var jobs = process.Services.GetRequiredService<JobRunner>();
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = process.Services.GetRequiredService<JobsChanged>().Subscribe(job =>
        {
            if (job.Message == StorageFailure.Named(StorageTrouble.Unreachable).Text)
            {
                met.TrySetResult();
            }
        });
        var input = new ImportJobInput([new ImportInput(file, "export.zip")], AreTemporary: false).ToJson();

        // Held in the middle of its first transaction until the server crashes.
        await using var holder = new NpgsqlConnection($"{bench.Database.ConnectionString};Pooling=false");
        await holder.OpenAsync(Cancellation);
        await using (var hold = new NpgsqlCommand("BEGIN; LOCK TABLE sightings IN ACCESS EXCLUSIVE MODE", holder))
        {
            await hold.ExecuteNonQueryAsync(Cancellation);
        }

        var id = await jobs.EnqueueAsync(ImportJobHandler.JobKind, bench.Listener, input, Cancellation);
        while (await bench.Database.ScalarAsync("SELECT COUNT(*) FROM pg_locks WHERE relation = 'sightings'::regclass AND NOT granted") == "0")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        await server.CrashAsync(Cancellation);
        await bench.DriveAsync(met.Task);
        await Assert.ThrowsAnyAsync<Exception>(() => bench.PollAsync(process));

        await server.StartAgainAsync(Cancellation);
        await bench.DriveAsync(EndAsync());
        await bench.FollowAsync(process, TimeSpan.FromMinutes(30));

        var job = await jobs.FindAsync(id, Cancellation);
        Assert.Equal((JobState.Succeeded, (string?)null), (job?.State, job?.Message));
        Assert.Equal(truth.Read, job?.Result?.GetProperty("total").GetProperty("read").GetInt64());
        Assert.True(job?.Result?.GetProperty("balances").GetBoolean());
        Assert.Equal(
            bench.Truth(bench.User).Select(play => $"{play.EndedAt} {play.Track}"),
            (await bench.Database.RowsAsync($"SELECT p.ended_at || ' ' || t.spotify_id FROM plays p JOIN tracks t ON t.id = p.track_id WHERE p.source = {(int)Source.Poll} ORDER BY p.ended_at")).Select(row => row[0]));

        async Task EndAsync()
        {
            while ((await jobs.FindAsync(id, Cancellation) ?? throw new InvalidOperationException("The job is gone.")) is not { HasEnded: true })
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
            }
        }
    }
}
