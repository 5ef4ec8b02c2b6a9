using SpotifyDashboard.Ingest.Enrichment;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Enrichment;

public sealed class FailingProviderTests(PostgresServer server)
{
    [Fact]
    public async Task Step_TooManyRequests_WaitsAsLongAsToldAndGoesOn()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        await bench.ImportAsync(bench.World.AddCatalogue(1)[0]);
        using var process = bench.Process();
        bench.ReccoBeats.Faults.Next(1, Fault.Answer(429, retryAfter: TimeSpan.FromHours(3)));

        var pause = await bench.StepAsync(process, EnrichmentQuestion.Sound);
        var state = bench.StateOf(process, EnrichmentQuestion.Sound);

        Assert.InRange(pause, TimeSpan.FromHours(2.9), TimeSpan.FromHours(3));
        Assert.NotNull(state.Message);
        Assert.Equal(bench.Time.GetUtcNow() + pause, state.NextTryAt);
        Assert.Equal(0, await bench.CountAsync("enrichments"));
        bench.Time.Advance(pause);
        Assert.Equal(1, await bench.RunAsync(process, EnrichmentQuestion.Sound));
        Assert.Equal(1, await bench.CountAsync("audio_features"));
        Assert.Equal(LaneState.AtRest, bench.StateOf(process, EnrichmentQuestion.Sound));
    }

    [Theory]
    [InlineData("stall")]
    [InlineData("cut")]
    [InlineData("html")]
    [InlineData("truncated")]
    [InlineData("500")]
    public async Task Step_ReccoBeatsFails_InventsNothingSaysWhyAndTriesAgain(string how)
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        await bench.ImportAsync(bench.World.AddCatalogue(1)[0]);
        using var process = bench.Process();
        bench.ReccoBeats.Faults.Always(FaultOf(how));

        var pause = await bench.StepAsync(process, EnrichmentQuestion.Sound);

        Assert.InRange(pause, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Assert.False(string.IsNullOrEmpty(bench.StateOf(process, EnrichmentQuestion.Sound).Message));
        Assert.Equal(0, await bench.CountAsync("audio_features"));
        Assert.Equal(0, await bench.CountAsync("enrichments WHERE outcome < 2"));
        bench.ReccoBeats.Faults.Clear();
        bench.Time.Advance(TimeSpan.FromHours(2));
        await bench.RunAsync(process, EnrichmentQuestion.Sound);
        Assert.Equal(1, await bench.CountAsync("audio_features"));
    }

    [Fact]
    public async Task Step_ReccoBeatsFails_TheOthersGoOn()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        await bench.ImportAsync(bench.World.AddCatalogue(1)[0]);
        using var process = bench.Process();
        bench.ReccoBeats.Faults.Always(Fault.Answer(500));

        await bench.StepAsync(process, EnrichmentQuestion.Sound);

        Assert.Equal(1, await bench.RunAsync(process, EnrichmentQuestion.Track));
    }

    [Fact]
    public async Task Genres_OfSeveralArtists_AreAskedForOneASecondAndStoredWithTheirSource()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        var tracks = bench.World.AddCatalogue(30);
        tracks[0].Artists[0].MusicBrainzId = Guid.NewGuid();
        tracks[0].Artists[0].MusicBrainzGenres = [("dream pop", 3), ("ambient", 5)];
        tracks[10].Artists[0].MusicBrainzId = Guid.NewGuid();
        foreach (var track in new[] { tracks[0], tracks[10], tracks[20] })
        {
            await bench.ImportAsync(track);
        }

        using var process = bench.Process();
        await bench.RunAsync(process, EnrichmentQuestion.Sound);
        Assert.Equal(3, await bench.RunAsync(process, EnrichmentQuestion.Genres));
        Assert.Equal(0, await bench.RunAsync(process, EnrichmentQuestion.Genres));

        Assert.Equal(
            ["ambient musicbrainz", "dream pop musicbrainz"],
            (await bench.Database.RowsAsync("SELECT genre, provenance FROM artist_genres WHERE stored_at > 0 ORDER BY genre")).Select(row => string.Join(' ', row)));
        Assert.Equal(2, await bench.CountAsync("enrichments WHERE provider = 'musicbrainz' AND outcome = 1"));
        var calls = bench.MusicBrainz.Log.All;
        Assert.Equal(5, calls.Count);
        Assert.All(calls.Zip(calls.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1)));
        Assert.Empty(bench.MusicBrainz.Violations);
    }

    [Fact]
    public async Task Genres_NonsenseAboutOneArtist_DoesNotHoldUpTheNext()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        var tracks = bench.World.AddCatalogue(20);
        await bench.ImportAsync(tracks[0], plays: 2);
        await bench.ImportAsync(tracks[10]);
        using var process = bench.Process();
        await bench.RunAsync(process, EnrichmentQuestion.Sound);
        bench.MusicBrainz.Faults.Always(Fault.Answer(200, FaultBody.Html), request => request.QueryString.Contains(tracks[0].Artists[0].Id, StringComparison.Ordinal));

        var pause = await bench.StepAsync(process, EnrichmentQuestion.Genres);
        bench.Time.Advance(pause);
        Assert.Equal(1, await bench.RunAsync(process, EnrichmentQuestion.Genres));

        Assert.Equal(["1", "2"], (await bench.Database.RowsAsync("SELECT outcome FROM enrichments WHERE provider = 'musicbrainz' ORDER BY outcome")).Select(row => row[0]));
    }

    private static Fault FaultOf(string how) => how switch
    {
        "stall" => Fault.Stall,
        "cut" => Fault.Cut,
        "html" => Fault.Answer(200, FaultBody.Html),
        "truncated" => Fault.Spoil(FaultBody.TruncatedJson),
        _ => Fault.Answer(500),
    };
}
