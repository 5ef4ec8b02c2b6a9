using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Survey;

/// <summary>Favourite songs, found at home, at ReccoBeats and at Spotify, corrected and remembered.</summary>
public sealed class SurveySongsTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Songs_AreLookedUpWithEverybody_WithSoundAndCertainty(DatabaseProvider provider)
    {
        await using var bench = await SurveyBench.CreateAsync(server, provider);
        var band = bench.World.AddArtist("Glass Harbour");
        var album = bench.World.AddAlbum("First", band);
        var known = bench.World.AddTrack("Slow Ferry", album);
        known.Features = new WorldFeatures { Energy = .5, Tempo = 120 };
        var spotifyOnly = bench.World.AddTrack("Quiet Tide", album);
        spotifyOnly.IsUnknownToReccoBeats = true;
        var process = bench.Process();
        await bench.ImportAsync(process, "Name,Song,Artist\nAda,slow fery,The Glass Harbor\nBo,Quiet Tide,Glass Harbour\nCy,Nothing Like It,Nobody\nDi,Slow Ferry,Glass Harbour\nEv,,\n");

        var count = await bench.LookUpAsync(process);
        var respondents = (await bench.RosterAsync(process)).Respondents;
        var progress = await process.Services.GetRequiredService<SurveySongs>().ReadProgressAsync(bench.Listener, Cancellation);

        Assert.Equal(4, count);
        Assert.Null(respondents[0].Song);
        Assert.Equal((spotifyOnly.Id, 1.0), (respondents[1].Song!.TrackId, respondents[1].Song!.Certainty));
        Assert.True(respondents[1].Features.IsDefault);
        Assert.Null(respondents[2].Song);
        Assert.Equal((known.Id, 1.0, .5), (respondents[3].Song!.TrackId, respondents[3].Song!.Certainty, respondents[3].Features[(int)Feature.Energy]));
        Assert.Equal((double?)known.DurationMs, respondents[3].Features[(int)Feature.DurationMs]);
        Assert.Equal((4, 2, 1, 2, 0), (progress.Total, progress.Found, progress.WithFeatures, progress.NotFound, progress.Waiting));
        Assert.Equal(0, await bench.LookUpAsync(process));
        Assert.Empty(bench.ReccoBeats.Violations);
        Assert.Empty(bench.Poll.Spotify.Violations);
    }

    [Fact]
    public async Task Song_OfTheOwnLibrary_IsFoundWithoutACall()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        await StoreAsync(bench, "0123456789abcdefABCDEF", "Slow Ferry", "Glass Harbour");
        var process = bench.Process();
        await bench.ImportAsync(process, "Name,Song,Artist\nAda,slow fery,The Glass Harbor\n");

        await bench.LookUpAsync(process);

        var song = Assert.Single((await bench.RosterAsync(process)).Respondents).Song!;
        Assert.Equal(("0123456789abcdefABCDEF", "Slow Ferry", "Glass Harbour"), (song.TrackId, song.Title, song.Artist));
        Assert.InRange(song.Certainty, .9, .99);
        Assert.Equal((.7, "indie"), (song.Features[(int)Feature.Energy]!.Value, Assert.Single(song.Genres)));
        Assert.Empty(bench.ReccoBeats.Log.All);
    }

    [Fact]
    public async Task Correction_HoldsAcrossReadings_UntilTheSongIsAnother()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        var album = bench.World.AddAlbum("First", bench.World.AddArtist("Glass Harbour"));
        var (wrong, right) = (bench.World.AddTrack("Slow Ferry", album), bench.World.AddTrack("Slow Ferry (Acoustic)", album));
        right.Features = new WorldFeatures { Energy = .1 };
        var process = bench.Process();
        var songs = process.Services.GetRequiredService<SurveySongs>();
        const string Header = "Name,Age,Song,Artist\n";
        await bench.ImportAsync(process, Header + "Ada,21,Slow Ferry,Glass Harbour\n");
        await bench.LookUpAsync(process);
        var ada = Assert.Single((await bench.RosterAsync(process)).Respondents);
        Assert.Equal(wrong.Id, ada.Song!.TrackId);

        await songs.CorrectAsync(bench.Listener, ada.Id, $"https://open.spotify.com/track/{right.Id}?si=x", Cancellation);
        await bench.LookUpAsync(process);
        await bench.ImportAsync(process, Header + "Ada,22,Slow Ferry,Glass Harbour\n");
        await bench.LookUpAsync(process);
        var corrected = Assert.Single((await bench.RosterAsync(process)).Respondents);
        Assert.Equal((ada.Id, 22, right.Id, true, 1.0, right.Name), (corrected.Id, corrected.Age, corrected.Song!.TrackId, corrected.Song.IsCorrected, corrected.Song.Certainty, corrected.Song.Title));
        Assert.Equal(.1, corrected.Features[(int)Feature.Energy]);

        await songs.CorrectAsync(bench.Listener, ada.Id, track: null, Cancellation);
        await bench.LookUpAsync(process);
        Assert.Null(Assert.Single((await bench.RosterAsync(process)).Respondents).Song);
        await bench.ImportAsync(process, Header + "Ada,22,Slow Ferry (Acoustic),Glass Harbour\n");
        await bench.LookUpAsync(process);
        Assert.Equal((right.Id, false), Assert.Single((await bench.RosterAsync(process)).Respondents).Song is { } song ? (song.TrackId, song.IsCorrected) : default);
        await Assert.ThrowsAsync<ArgumentException>(() => songs.CorrectAsync(bench.Listener, ada.Id, "no track", Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => songs.CorrectAsync(bench.Listener, "nobody", track: null, Cancellation));
    }

    [Fact]
    public async Task Songs_WithoutTheNetwork_WaitAndSayWhy_AndWhatIsAtHomeIsFound()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        await StoreAsync(bench, "0123456789abcdefABCDEF", "Slow Ferry", "Glass Harbour");
        var offline = bench.Process(new KeyValuePair<string, string?>("ReccoBeats:Url", "http://127.0.0.1:9"));
        bench.Poll.Spotify.Faults.Always(Fault.Answer(503));
        await bench.ImportAsync(offline, "Name,Song,Artist\nAda,Slow Ferry,Glass Harbour\nBo,Elsewhere,Nobody\n");

        await Assert.ThrowsAsync<ProviderException>(() => bench.LookUpAsync(offline));

        var respondents = (await bench.RosterAsync(offline)).Respondents;
        Assert.NotNull(respondents[0].Song);
        Assert.Null(respondents[1].Song);
        Assert.Equal(1, (await offline.Services.GetRequiredService<SurveySongs>().ReadProgressAsync(bench.Listener, Cancellation)).Waiting);
    }

    [Fact]
    public async Task Song_OfTheOwnLibrary_UploadedWhileServicesRest_IsFoundInTheBackground()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        await StoreAsync(bench, "0123456789abcdefABCDEF", "Slow Ferry", "Glass Harbour");
        var offline = bench.Process(new KeyValuePair<string, string?>("ReccoBeats:Url", "http://127.0.0.1:9"));
        bench.Poll.Spotify.Faults.Always(Fault.Answer(503));
        var songs = offline.Services.GetRequiredService<SurveySongs>();
        await bench.ImportAsync(offline, "Name,Song,Artist\nBo,Elsewhere,Nobody\n");
        await songs.StartAsync(Cancellation);
        await bench.Poll.DriveAsync(UntilAsync(async () => (await songs.ReadProgressAsync(bench.Listener, Cancellation)).NextTryAt is not null));

        await bench.ImportAsync(offline, "Name,Song,Artist\nAda,Slow Ferry,Glass Harbour\nBo,Elsewhere,Nobody\n");
        await UntilAsync(async () => (await bench.RosterAsync(offline)).Respondents[0] is { Song: not null, Features.IsDefault: false });

        Assert.Equal(1, (await songs.ReadProgressAsync(bench.Listener, Cancellation)).Waiting);
        await songs.StopAsync(Cancellation);

        static async Task UntilAsync(Func<Task<bool>> isSo)
        {
            while (!await isSo())
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
            }
        }
    }

    [Fact]
    public async Task Spotify_ThatFails_KeepsNobodyFromTheSongsThatOthersKnow()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        bench.World.AddTrack("Slow Ferry", bench.World.AddAlbum("First", bench.World.AddArtist("Glass Harbour")));
        bench.Poll.Spotify.Faults.Always(Fault.Answer(503));
        var process = bench.Process();
        await bench.ImportAsync(process, "Name,Song,Artist\nAda,Elsewhere,Nobody\nBo,Nowhere,Nobody\nCy,Slow Ferry,Glass Harbour\n");

        await Assert.ThrowsAsync<ProviderException>(() => bench.LookUpAsync(process));
        Assert.NotNull((await bench.RosterAsync(process)).Respondents[2].Song);
        Assert.Equal(2, (await process.Services.GetRequiredService<SurveySongs>().ReadProgressAsync(bench.Listener, Cancellation)).Waiting);

        bench.Poll.Spotify.Faults.Clear();
        bench.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(2, await bench.LookUpAsync(process));
        Assert.Equal(2, (await process.Services.GetRequiredService<SurveySongs>().ReadProgressAsync(bench.Listener, Cancellation)).NotFound);
    }

    private static async Task StoreAsync(SurveyBench bench, string id, string title, string artist)
    {
        await using var context = await bench.Database.OpenAsync();
        var row = new Artist { Name = artist };
        context.Artists.Add(row);
        await context.SaveChangesAsync(Cancellation);
        var track = new Track { SpotifyId = id, NameKey = NameKey.Of(artist, title), Title = title, ArtistId = row.Id, DurationMs = 200_000 };
        context.Tracks.Add(track);
        context.ArtistGenres.Add(new ArtistGenre { ArtistId = row.Id, Genre = "indie", Provenance = "spotify" });
        await context.SaveChangesAsync(Cancellation);
        context.AudioFeatures.Add(new AudioFeatures { TrackId = track.Id, Energy = .7, Provenance = "test" });
        await context.SaveChangesAsync(Cancellation);
    }
}
