using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>The first thing of one's own ends the demo; what is not music does not.</summary>
public sealed class ImportAndDemoTests(PostgresServer server)
{
    [Fact]
    public async Task Import_PodcastsAlone_LeavesTheDemo()
    {
        await using var bench = await BenchWithDemoAsync();
        var podcast = Rows.Extended("2024-05-01T10:00:00Z").Replace(
            "\"spotify_track_uri\":\"spotify:track:0aHand0000000000000001\"",
            "\"spotify_episode_uri\":\"spotify:episode:1\",\"episode_name\":\"E\",\"episode_show_name\":\"S\"",
            StringComparison.Ordinal);

        var result = await bench.ImportAsync(bench.Write("podcasts.json", Rows.List(podcast)));

        Assert.Equal(1, result.Total.NotMusic);
        Assert.True(await HasDemoAsync(bench));
    }

    [Fact]
    public async Task Import_FirstOwnPlay_EndsTheDemo()
    {
        await using var bench = await BenchWithDemoAsync();

        var result = await bench.ImportAsync(bench.Write("one.json", Rows.List(Rows.Extended("2024-05-01T10:00:00Z"))));

        Assert.Equal(1, result.Total.Added);
        Assert.False(await HasDemoAsync(bench));
    }

    private async Task<ImportBench> BenchWithDemoAsync()
    {
        var bench = await ImportBench.CreateAsync(server);
        await using var context = await bench.Database.OpenAsync();
        context.Listeners.Add(bench.Database.Listeners.Create("Demo", isDemo: true));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return bench;
    }

    private static async Task<bool> HasDemoAsync(ImportBench bench)
    {
        await using var context = await bench.Database.OpenAsync();
        return await context.Listeners.AnyAsync(listener => listener.IsDemo, TestContext.Current.CancellationToken);
    }
}
