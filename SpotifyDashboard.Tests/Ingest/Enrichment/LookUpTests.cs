using SpotifyDashboard.Ingest.Enrichment;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Enrichment;

public sealed class LookUpTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Track_WithoutCover_GetsWhatSpotifyKnowsAndKeepsItsNames(DatabaseProvider provider)
    {
        await using var bench = await EnrichmentBench.CreateAsync(server, provider);
        var told = bench.World.AddTrack("Glass Harbour", bench.World.AddAlbum("Tidvatten", bench.World.AddArtist("Nordlys", "indie pop"), "2025-09"));
        var track = await bench.ImportAsync(told);
        await bench.Database.ExecuteAsync($"UPDATE tracks SET title = 'Glass harbour (as imported)' WHERE id = {track}");
        using var process = bench.Process();

        Assert.Equal(1, await bench.RunAsync(process, EnrichmentQuestion.Track));
        Assert.Equal(1, await bench.RunAsync(process, EnrichmentQuestion.Artist));

        Assert.Equal($"2025-09|{told.Album.Id}|{told.Album.Images[0].Url}", await bench.RowAsync("SELECT release_date, spotify_id, image_url FROM albums"));
        Assert.Equal($"Glass harbour (as imported)|{told.Isrc}", await bench.RowAsync("SELECT title, isrc FROM tracks"));
        Assert.Equal("spotify", await bench.Database.ScalarAsync("SELECT provenance FROM value_origins WHERE field = 'isrc'"));
        Assert.Equal("indie pop|spotify", await bench.RowAsync("SELECT genre, provenance FROM artist_genres"));
        Assert.Equal(0, await bench.RunAsync(process, EnrichmentQuestion.Genres));
        Assert.Empty(bench.Poll.Spotify.Violations);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Sound_ThatReccoBeatsLacks_IsAskedOfSpotifyWhereTheAppMay(DatabaseProvider provider)
    {
        await using var bench = await EnrichmentBench.CreateAsync(server, provider);
        bench.Poll.Spotify.App.Mode = SpotifyMode.Extended;
        var told = bench.World.AddCatalogue(1)[0];
        var sound = told.Features;
        told.Features = null;
        await bench.ImportAsync(told);
        using var process = bench.Process();
        Assert.Equal(0, await bench.RunAsync(process, EnrichmentQuestion.OldSound));
        await bench.RunAsync(process, EnrichmentQuestion.Sound);
        told.Features = sound;

        Assert.Equal(1, await bench.RunAsync(process, EnrichmentQuestion.OldSound));

        Assert.Equal("spotify", await bench.Database.ScalarAsync("SELECT provenance FROM audio_features WHERE energy IS NOT NULL"));
        Assert.Equal(0, await bench.RunAsync(process, EnrichmentQuestion.OldSound));
        Assert.Empty(bench.Poll.Spotify.Violations);
    }

    [Fact]
    public async Task Track_OfAnAlbumWithCover_IsNotAskedFor()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        foreach (var track in bench.World.AddCatalogue(10))
        {
            await bench.ImportAsync(track);
        }

        using var process = bench.Process();
        await bench.RunAsync(process, EnrichmentQuestion.Sound);
        await bench.Database.ExecuteAsync("UPDATE albums SET image_url = 'https://i.scdn.co/image/x', release_date = '2025'");

        Assert.Equal(0, await bench.RunAsync(process, EnrichmentQuestion.Track));
        Assert.Empty(bench.Poll.Spotify.Log.All);
    }

    [Fact]
    public async Task Track_QuotaExhaustedInTheMiddle_WaitsAndResumesWithoutAskingTwice()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        foreach (var index in Enumerable.Range(0, 6))
        {
            await bench.ImportAsync(bench.World.AddTrack($"Track {index}", bench.World.AddAlbum($"Album {index}", bench.World.AddArtist($"Artist {index}"))));
        }

        using var process = bench.Process();
        var asked = 0;
        bench.Poll.Spotify.Faults.Next(1, Fault.Answer(429, retryAfter: TimeSpan.FromHours(5)), request => request.Path.Contains("/tracks/", StringComparison.Ordinal) && ++asked == 4);

        var pause = await bench.StepAsync(process, EnrichmentQuestion.Track);
        var covers = await bench.CountAsync("albums WHERE image_url IS NOT NULL");
        bench.Time.Advance(pause + TimeSpan.FromSeconds(1));
        await bench.RunAsync(process, EnrichmentQuestion.Track);

        Assert.InRange(pause, TimeSpan.FromHours(4.9), TimeSpan.FromHours(24));
        Assert.Equal(3, covers);
        Assert.Equal(6, await bench.CountAsync("albums WHERE image_url IS NOT NULL"));
        Assert.Equal(6, bench.Poll.Spotify.Log.All.Where(call => call.Status == 200 && call.Path.Contains("/tracks/", StringComparison.Ordinal)).Select(call => call.Path).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(6, bench.Poll.Spotify.Log.All.Count(call => call.Status == 200 && call.Path.Contains("/tracks/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Track_ThatVanished_IsMissingAndNotAskedForAgain()
    {
        await using var bench = await EnrichmentBench.CreateAsync(server);
        var track = bench.World.AddCatalogue(1)[0];
        track.HasVanished = true;
        await bench.ImportAsync(track);
        using var process = bench.Process();

        Assert.Equal(1, await bench.RunAsync(process, EnrichmentQuestion.Track));
        Assert.Equal(0, await bench.RunAsync(process, EnrichmentQuestion.Track));

        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT outcome FROM enrichments"));
    }
}
