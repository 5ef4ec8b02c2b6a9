using System.Diagnostics;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Enrichment;

/// <summary>Kills the real program while it enriches.</summary>
public sealed class EnrichmentKillTests(PostgresServer server)
{
    private const int Tracks = 130;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Program_KilledAgainAndAgain_GoesOnAndAsksForNothingThatIsStored()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        foreach (var track in bench.World.AddCatalogue(Tracks))
        {
            await bench.ImportAsync(track, plays: 0);
        }

        await using var reccoBeats = await FakeReccoBeats.StartAsync(bench.World, TimeProvider.System, TestContext.Current.CancellationToken);
        var random = new Random(5);
        for (var killed = 0; killed < 3; killed++)
        {
            await RunAsync(bench, reccoBeats, until: (killed + 1) * EnrichmentBatch, random.Next(0, 1500));
        }

        await RunAsync(bench, reccoBeats, until: Tracks, milliseconds: 0);

        Assert.Equal(Tracks, await bench.CountAsync("enrichments WHERE provider = 'reccobeats' AND outcome = 0"));
        Assert.Equal(Tracks, await bench.CountAsync("audio_features WHERE energy IS NOT NULL AND provenance = 'reccobeats'"));
        Assert.Equal(Tracks, await bench.CountAsync("tracks WHERE isrc IS NOT NULL AND duration_ms IS NOT NULL"));

        // Four batches, and of each kill at most one whose answer was on its way.
        Assert.InRange(reccoBeats.Log.To("/track").Count, 4, 7);
    }

    private const int EnrichmentBatch = 40;

    /// <summary>Starts the program, waits until so many tracks are stored and some time more, and kills it.</summary>
    private static async Task RunAsync(EnrichmentBench bench, FakeReccoBeats reccoBeats, int until, int milliseconds)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = bench.Database.Folder,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "SpotifyDashboard.dll"), "--urls", "http://127.0.0.1:0" },
            Environment =
            {
                ["Database__Provider"] = bench.Database.Provider.ToString(),
                ["ConnectionStrings__Dashboard"] = bench.Database.ConnectionString,
                ["ReccoBeats__Url"] = reccoBeats.Url,
                ["Spotify__ApiUrl"] = "http://127.0.0.1:9",
                ["Spotify__AccountsUrl"] = "http://127.0.0.1:9",
                ["Logging__LogLevel__Default"] = "None",
            },
        };
        using var program = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        try
        {
            var since = Stopwatch.GetTimestamp();
            while (await bench.CountAsync("enrichments WHERE provider = 'reccobeats'") < until)
            {
                Assert.True(Stopwatch.GetElapsedTime(since) < s_patience, "The program does not enrich.");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
