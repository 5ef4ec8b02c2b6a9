using System.Globalization;
using SpotifyDashboard.Ingest.Enrichment;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Enrichment;

public sealed class SoundLaneTests(PostgresServer server)
{
    private static readonly EnrichmentQuestion s_sound = EnrichmentQuestion.Sound;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Step_KnownTrack_StoresWhatWasToldWithWhereAndWhen(DatabaseProvider provider)
    {
        await using var bench = await EnrichmentBench.CreateAsync(server, provider);
        var told = bench.World.AddCatalogue(1)[0];
        told.Popularity = 41;
        var track = await bench.ImportAsync(told);

        await bench.StepAsync(bench.Process(), s_sound);

        var sound = Assert.Single(await bench.Database.RowsAsync("SELECT energy, tempo, time_signature, duration_ms, provenance FROM audio_features"));
        Assert.Equal(Text(told.Features?.Energy), sound[0]);
        Assert.Equal(Text(told.Features?.Tempo), sound[1]);
        Assert.Equal((null, Text(told.DurationMs), "reccobeats"), (sound[2], sound[3], sound[4]));
        Assert.Equal($"{Text(told.DurationMs)}|{told.Isrc}|41", await bench.RowAsync("SELECT duration_ms, isrc, popularity FROM tracks"));
        Assert.Equal(
            ["duration_ms reccobeats", "isrc reccobeats", "popularity reccobeats"],
            (await bench.Database.RowsAsync($"SELECT field, provenance FROM value_origins WHERE track_id = {track} AND stored_at > 0 ORDER BY field")).Select(row => string.Join(' ', row)));
        Assert.Equal(told.Artists[0].Id, await bench.Database.ScalarAsync("SELECT spotify_id FROM artists"));
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT outcome FROM enrichments WHERE retry_at IS NULL"));
        Assert.Empty(bench.ReccoBeats.Violations);
    }

    [Fact]
    public async Task Step_UnknownTrack_IsLeftWithoutFeaturesAndAskedAgainAMonthLater()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        var tracks = bench.World.AddCatalogue(2);
        tracks[0].Features = null;
        var unknown = await bench.ImportAsync(tracks[0]);
        await bench.ImportAsync(tracks[1]);
        var process = bench.Process();

        Assert.Equal(1, await bench.RunAsync(process, s_sound));
        var calls = bench.ReccoBeats.Log.All.Count;
        bench.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await bench.RunAsync(process, s_sound));
        Assert.Equal(calls, bench.ReccoBeats.Log.All.Count);
        bench.Time.Advance(TimeSpan.FromDays(2));
        tracks[0].Features = tracks[1].Features;
        Assert.Equal(1, await bench.RunAsync(process, s_sound));

        Assert.DoesNotContain(tracks[1].Id, bench.ReccoBeats.Log.All[^1].Query, StringComparison.Ordinal);
        Assert.Equal("0", await bench.Database.ScalarAsync($"SELECT outcome FROM enrichments WHERE subject_id = {unknown}"));
    }

    [Fact]
    public async Task Step_UnknownTrack_HasNoRowOfFeatures()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        var track = bench.World.AddCatalogue(1)[0];
        track.Features = null;
        await bench.ImportAsync(track);

        await bench.RunAsync(bench.Process(), s_sound);

        Assert.Equal(0, await bench.CountAsync("audio_features"));
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT outcome FROM enrichments"));
    }

    [Fact]
    public async Task Step_ManyTracks_AsksFortyAtATimeMostPlayedFirst()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        var tracks = bench.World.AddCatalogue(90);
        foreach (var (track, index) in tracks.Select((track, index) => (track, index)))
        {
            await bench.ImportAsync(track, plays: index >= 50 ? 2 : index == 3 ? 0 : 1);
        }

        var process = bench.Process();
        await bench.StepAsync(process, s_sound);
        var first = await bench.Database.RowsAsync("SELECT t.spotify_id FROM enrichments e JOIN tracks t ON t.id = e.subject_id");
        Assert.Equal(2, await bench.RunAsync(process, s_sound));

        Assert.Equal(tracks.Skip(50).Select(track => track.Id).Order(), first.Select(row => row[0]).Order());
        Assert.Equal(90, await bench.CountAsync("audio_features"));
        Assert.Contains(tracks[3].Id, bench.ReccoBeats.Log.All[^1].Query, StringComparison.Ordinal);
        Assert.Equal(6, bench.ReccoBeats.Log.All.Count);
    }

    [Fact]
    public async Task Step_FeaturesFromAFile_AreCompletedAndNeverOverwritten()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        var told = bench.World.AddCatalogue(1)[0];
        var track = await bench.ImportAsync(told);
        await bench.Database.ExecuteAsync($"INSERT INTO audio_features (track_id, energy, provenance, stored_at) VALUES ({track}, 0.123, 'playlist.csv', 7)");

        await bench.RunAsync(bench.Process(), s_sound);

        Assert.Equal($"0.123|playlist.csv|7|{Text(told.Features?.Tempo)}", await bench.RowAsync("SELECT energy, provenance, stored_at, tempo FROM audio_features"));
        Assert.Equal("reccobeats", await bench.Database.ScalarAsync("SELECT provenance FROM value_origins WHERE field = 'features.tempo'"));
        Assert.Null(await bench.Database.ScalarAsync("SELECT provenance FROM value_origins WHERE field = 'features.energy'"));
    }

    [Fact]
    public async Task Step_InventedTrack_IsNeverAskedFor()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        await bench.ImportAsync(bench.World.AddCatalogue(1)[0], isInvented: true);
        var process = bench.Process();

        foreach (var question in EnrichmentQuestion.All)
        {
            Assert.Equal(0, await bench.RunAsync(process, question));
        }

        Assert.Empty(bench.ReccoBeats.Log.All);
        Assert.Empty(bench.Poll.Spotify.Log.All);
        Assert.Empty(bench.MusicBrainz.Log.All);
    }

    [Fact]
    public async Task Step_OtherProcessWorks_WaitsUntilThatOneEnds()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        await bench.ImportAsync(bench.World.AddCatalogue(1)[0]);
        using var first = bench.Process();
        using var second = bench.Process();
        await bench.RunAsync(first, s_sound);
        await bench.ImportAsync(bench.World.AddCatalogue(1)[0]);

        Assert.Equal(TimeSpan.FromSeconds(30), await bench.StepAsync(second, s_sound));
        Assert.Equal(1, await bench.CountAsync("enrichments"));
        await ((EnrichmentLease)(first.Services.GetService(typeof(EnrichmentLease)) ?? throw new InvalidOperationException())).ReleaseAsync(TestContext.Current.CancellationToken);
        await bench.RunAsync(second, s_sound);

        Assert.Equal(2, await bench.CountAsync("enrichments"));
    }

    [Fact]
    public async Task Enrich_GivenTracks_SaysHowManyLackedAndWereFound()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        var tracks = bench.World.AddCatalogue(3);
        tracks[0].Features = null;
        int[] ids = [await bench.ImportAsync(tracks[0]), await bench.ImportAsync(tracks[1]), await bench.ImportAsync(tracks[2])];
        using var process = bench.Process();

        Assert.Equal((2, 1), await bench.EnrichAsync(process, ids[..2]));
        Assert.Equal(["/reccobeats/v1/audio-features"], bench.ReccoBeats.Log.All.Select(call => call.Path));
        Assert.Equal(1, await bench.RunAsync(process, s_sound));
        var calls = bench.ReccoBeats.Log.All.Count;
        Assert.Equal((1, 0), await bench.EnrichAsync(process, ids[..2]));
        Assert.Equal(calls, bench.ReccoBeats.Log.All.Count);
        bench.ReccoBeats.Faults.Always(Fault.Answer(503));
        Assert.Equal((0, 0), await bench.EnrichAsync(process, ids[2]));
        Assert.Equal((1, 0), await bench.EnrichAsync(process, await bench.ImportAsync(bench.World.AddCatalogue(1)[0])));
    }

    [Fact]
    public async Task Step_FeaturesArrived_OpenPagesAreTold()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        await bench.ImportAsync(bench.World.AddCatalogue(1)[0]);
        var before = await bench.Database.ScalarAsync("SELECT plays_version FROM listeners");
        Assert.Null(await bench.Database.ScalarAsync("SELECT version FROM catalogue"));

        await bench.RunAsync(bench.Process(), s_sound);

        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT version FROM catalogue"));
        Assert.Equal(before, await bench.Database.ScalarAsync("SELECT plays_version FROM listeners"));
    }

    private static string? Text(double? value) => value?.ToString(CultureInfo.InvariantCulture);
}
