using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Live;

public sealed class SyncTests(PostgresServer server)
{
    private readonly CountingEnricher _enricher = new();

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Sync_OfAConnectedListener_StoresPlaysTopListsAndSavedTracks(DatabaseProvider provider)
    {
        await using var bench = await PollBench.CreateAsync(server, provider);
        await Storage.Rows.ListenerAsync(bench.Database, isDemo: true, playsVersion: 1);
        var tracks = bench.World.AddCatalogue(100);
        bench.World.PlayInRow(bench.User, tracks.Take(20), bench.Time.GetUtcNow());
        Save(bench, tracks);

        var job = await SyncAsync(bench, Program(bench));

        Assert.Equal(JobState.Succeeded, job.State);
        var result = Result(job);
        Assert.Equal((20, 20), (result.GetProperty("plays").GetProperty("fetched").GetInt32(), result.GetProperty("plays").GetProperty("added").GetInt32()));
        Assert.Equal([60, 6, 100, 0], Numbers(result, "topTracks", "topArtists", "savedTracks", "gaps"));
        Assert.Equal(100, result.GetProperty("features").GetProperty("wanted").GetInt32());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("blockedUntil").ValueKind);
        Assert.Equal(500 - await bench.CountAsync("api_calls"), result.GetProperty("callsLeft").GetInt32());
        Assert.Equal(100, _enricher.Asked.Count);
        Assert.Equal(100, await bench.CountAsync("track_documents"));
        Assert.Equal(100, await bench.CountAsync("library_tracks"));
        Assert.Equal("Mara Lindqvist", await bench.Database.ScalarAsync("SELECT display_name FROM listeners"));
        Assert.Empty(bench.Spotify.Violations);
    }

    [Fact]
    public async Task Sync_Again_ChangesNothingAndCallsLittle()
    {
        await using var bench = await PollBench.CreateAsync(server);
        Save(bench, bench.World.AddCatalogue(120));
        var program = Program(bench);
        await SyncAsync(bench, program);
        var (calls, rows) = (await bench.CountAsync("api_calls"), await bench.Database.RowsAsync("SELECT * FROM library_tracks ORDER BY track_id"));

        var again = await SyncAsync(bench, program);

        Assert.Equal(JobState.Succeeded, again.State);
        Assert.Equal(rows, await bench.Database.RowsAsync("SELECT * FROM library_tracks ORDER BY track_id"));
        Assert.InRange(await bench.CountAsync("api_calls") - calls, 1, 8);
    }

    [Fact]
    public async Task Sync_AfterSavingAndRemoving_FollowsTheLibrary()
    {
        await using var bench = await PollBench.CreateAsync(server);
        var tracks = bench.World.AddCatalogue(130);
        Save(bench, tracks.Take(120));
        tracks[7].HasVanished = true;
        var program = Program(bench);
        await SyncAsync(bench, program);
        bench.World.Unsave(bench.User, tracks[60]);
        bench.World.Save(bench.User, tracks[125], bench.Time.GetUtcNow());
        await SyncAsync(bench, program);

        var saved = (await bench.Database.RowsAsync("SELECT t.spotify_id FROM library_tracks l JOIN tracks t ON t.id = l.track_id")).Select(row => row[0] ?? "");
        Assert.Equal(bench.World.SavedBy(bench.User).Where(entry => !entry.Track.HasVanished).Select(entry => entry.Track.Id).Order(), saved.Order());
    }

    [Fact]
    public async Task Sync_ThatTheQuotaCutsShort_KeepsWhatItHasAndTheNextGoesOn()
    {
        await using var bench = await PollBench.CreateAsync(server);
        Save(bench, bench.World.AddCatalogue(300));
        var program = Program(bench);
        var passed = 0;
        bench.Spotify.Faults.Always(Fault.Answer(429, retryAfter: TimeSpan.FromHours(10)), request => request.Path.EndsWith("/me/tracks", StringComparison.Ordinal) && ++passed > 3);

        var cut = await SyncAsync(bench, program);
        var stored = await bench.CountAsync("library_tracks");
        bench.Spotify.Faults.Clear();
        var tooSoon = await SyncAsync(bench, program);
        bench.Time.Advance(TimeSpan.FromHours(11));
        var before = bench.Spotify.Log.To("/me/tracks").Count;
        var whole = await SyncAsync(bench, program);

        Assert.Equal(JobState.Failed, cut.State);
        Assert.NotEmpty(cut.Message ?? "");
        Assert.Equal(bench.Time.GetUtcNow().AddHours(-1), Result(cut).GetProperty("blockedUntil").GetDateTimeOffset(), TimeSpan.FromMinutes(1));
        Assert.Equal(150, stored);
        Assert.Equal(JobState.Failed, tooSoon.State);
        Assert.Equal(JobState.Succeeded, whole.State);
        Assert.Equal(300, await bench.CountAsync("library_tracks"));
        Assert.InRange(bench.Spotify.Log.To("/me/tracks").Count - before, 1, 5);
    }

    [Fact]
    public async Task Syncs_AskedForAtOnce_AreOneJob()
    {
        await using var bench = await PollBench.CreateAsync(server);
        var program = Program(bench);
        var syncs = program.Services.GetRequiredService<SyncStarter>();

        var jobs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => syncs.StartAsync(bench.Listener, Cancellation)));

        Assert.Single(jobs.Distinct());
        await bench.DriveAsync(UntilEndedAsync(program, jobs[0]));
        Assert.NotEqual(jobs[0], await syncs.StartAsync(bench.Listener, Cancellation));
        await bench.DriveAsync(program.StopAsync(Cancellation));
    }

    private static async Task UntilEndedAsync(IHost program, Guid id)
    {
        while (await program.Services.GetRequiredService<JobRunner>().FindAsync(id, Cancellation) is not { HasEnded: true })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }
    }

    private static void Save(PollBench bench, IEnumerable<WorldTrack> tracks)
    {
        var at = bench.Time.GetUtcNow().AddYears(-1);
        foreach (var track in tracks)
        {
            bench.World.Save(bench.User, track, at = at.AddHours(1));
        }
    }

    private static async Task<JobView> SyncAsync(PollBench bench, IHost program)
    {
        var syncing = program.Services.GetRequiredService<JobRunner>().RunAsync("sync", bench.Listener, "{}", Cancellation);
        await bench.DriveAsync(syncing);
        return await syncing;
    }

    private IHost Program(PollBench bench) => bench.Process(services => services.AddSingleton<ITrackEnricher>(_enricher));

    private static JsonElement Result(JobView job) => job.Result ?? throw new InvalidOperationException($"The job has no result: {job.Message}");

    private static int[] Numbers(JsonElement result, params string[] names) => [.. names.Select(name => result.GetProperty(name).GetInt32())];
}
