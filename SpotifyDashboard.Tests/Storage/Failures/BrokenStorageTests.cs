using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Failures;
using SpotifyDashboard.Tests.Fixtures;
using SpotifyDashboard.Tests.Ingest.Live;

namespace SpotifyDashboard.Tests.Storage.Failures;

/// <summary>What imports and polls do while the database takes nothing, and after.</summary>
public sealed class BrokenStorageTests(PostgresServer server)
{
    public static TheoryData<StorageTrouble> Troubles => [StorageTrouble.DiskFull, StorageTrouble.ReadOnly, StorageTrouble.Locked];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Poll_WhileNothingCanBeStored_LosesNothing(StorageTrouble trouble)
    {
        await using var bench = await PollBench.CreateAsync(server, DatabaseProvider.Sqlite);
        await using var storage = new BrokenStorage(bench.Database);
        var process = bench.Process(services => Use(services, storage));
        var tracks = bench.World.AddCatalogue(20);
        bench.World.PlayInRow(bench.User, tracks.Take(10), bench.Time.GetUtcNow());
        await bench.PollAsync(process);
        Assert.Equal(10, (await bench.PlaysAsync()).Count);

        storage.Break(trouble);
        bench.Time.Advance(TimeSpan.FromHours(1));
        bench.World.PlayInRow(bench.User, tracks.Skip(10), bench.Time.GetUtcNow());
        await bench.PollAsync(process);

        Assert.Equal(trouble, process.Services.GetRequiredService<StorageCondition>().Failure?.Trouble);
        Assert.Equal(10, (await bench.PlaysAsync()).Count);

        await storage.MendAsync();
        await bench.FollowAsync(process, TimeSpan.FromMinutes(30));

        Assert.Equal(bench.Truth(bench.User), await bench.PlaysAsync());
        Assert.Null(process.Services.GetRequiredService<StorageCondition>().Failure);
        Assert.Equal(0, await bench.CountAsync("gaps"));
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Import_WhileNothingCanBeStored_WaitsAndGoesOnByItself(StorageTrouble trouble)
    {
        await using var bench = await PollBench.CreateAsync(server, DatabaseProvider.Sqlite);
        await using var storage = new BrokenStorage(bench.Database);
        var process = bench.Process(services => Use(services, storage));
        var file = Path.Combine(bench.Database.Folder, "export.zip");
        var truth = new ExtendedExportGenerator(seed: 3, tracks: 200).WriteZip(file, rows: 3000, rowsPerFile: 500);
        var jobs = process.Services.GetRequiredService<JobRunner>();
        var changes = process.Services.GetRequiredService<JobsChanged>();
        var isBroken = false;
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = changes.Subscribe(job =>
        {
            // Told on the job's own thread before its handler begins: the row is stored, nothing of the files is.
            if (job.State == JobState.Running && !isBroken)
            {
                isBroken = true;
                storage.Break(trouble);
            }

            if (job.Message == StorageFailure.Named(trouble).Text)
            {
                waits.TrySetResult();
            }
        });
        var input = new ImportJobInput([new ImportInput(file, "export.zip")], AreTemporary: false).ToJson();
        var id = await jobs.EnqueueAsync(ImportJobHandler.JobKind, bench.Listener, input, Cancellation);
        await bench.DriveAsync(waits.Task);
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM sightings"));
        await storage.MendAsync();
        await bench.DriveAsync(EndAsync());

        var job = await jobs.FindAsync(id, Cancellation);
        Assert.Equal((JobState.Succeeded, (string?)null), (job?.State, job?.Message));
        Assert.Equal(truth.Read, job?.Result?.GetProperty("total").GetProperty("read").GetInt64());
        Assert.True(job?.Result?.GetProperty("balances").GetBoolean());

        async Task EndAsync()
        {
            while (await jobs.FindAsync(id, Cancellation) is not { HasEnded: true })
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
            }
        }
    }

    private static void Use(IServiceCollection services, BrokenStorage storage) =>
        services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<DashboardDbContext>>(storage));
}
