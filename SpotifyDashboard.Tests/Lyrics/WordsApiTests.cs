using SpotifyDashboard.Jobs;
using SpotifyDashboard.Lyrics;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Lyrics;

public sealed class WordsApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_OfAPeriod_CountWhatIsKnownAndKeepTheTextsBack()
    {
        // Song i of twelve sounds happier with i; the even ones have happy words. One more is instrumental, one unknown, one waits.
        await using var host = await WordsHost.StartAsync(
        [
            .. Enumerable.Range(0, 12).Select(static song => ($"Song {song}", song + 1, song / 12.0)),
            ("Instrumental", 4, 0.5), ("Unheard", 3, 0.5), ("Later", 2, 0.5),
        ]);
        for (var song = 0; song < 12; song++)
        {
            await host.KeepAsync($"Song {song}", LyricsState.Found, song % 2 == 0 ? WordsHost.HappyWords : WordsHost.SadWords);
        }

        await host.KeepAsync("Instrumental", LyricsState.Instrumental);
        await host.KeepAsync("Unheard", LyricsState.Missing);

        var (status, body) = await host.GetAsync("/api/stats/words");

        Assert.Equal(200, status);
        Assert.Equal(
            """{"songs":15,"withWords":12,"instrumental":1,"notFound":1,"failed":0,"waiting":1,"plays":87,"playsWithWords":78}""",
            body.GetProperty("coverage").GetRawText());
        var english = Assert.Single(body.GetProperty("languages").EnumerateArray());
        Assert.Equal(("en", 12, 78, 1.0), (english.GetProperty("language").GetString(), english.GetProperty("songs").GetInt32(), english.GetProperty("plays").GetInt32(), english.GetProperty("share").GetDouble()));

        // The harbour is in every song and sets none apart; the tears are in six with 42 plays, the sunshine in six with 36.
        var themes = body.GetProperty("themes").EnumerateArray().ToDictionary(static theme => theme.GetProperty("word").GetString() ?? "", static theme => theme.GetProperty("plays").GetInt32());
        Assert.False(themes.ContainsKey("harbour"));
        Assert.Equal((42, 36), (themes["tears"], themes["sunshine"]));

        var mood = body.GetProperty("mood");
        Assert.Equal((12, 78), (mood.GetProperty("songs").GetInt32(), mood.GetProperty("plays").GetInt32()));
        Assert.Equal(12, mood.GetProperty("correlation").GetProperty("songs").GetInt32());
        Assert.Equal(["Song 11", "Song 9", "Song 7"], mood.GetProperty("happySoundSadWords").EnumerateArray().Select(static song => song.GetProperty("title").GetString()));
        Assert.Equal(["Song 0", "Song 2", "Song 4"], mood.GetProperty("sadSoundHappyWords").EnumerateArray().Select(static song => song.GetProperty("title").GetString()));
        Assert.Equal(78, mood.GetProperty("grid").EnumerateArray().Sum(static row => row.EnumerateArray().Sum(static cell => cell.GetInt32())));
        Assert.DoesNotContain("friends of mine", body.GetRawText(), StringComparison.Ordinal);
        Assert.StartsWith("word,songs,plays,weight", (await host.TextAsync("/api/stats/words.csv")).TrimStart('\uFEFF'), StringComparison.Ordinal);

        // Nothing was asked: it is switched off.
        Assert.Empty(host.LrcLib.Log.All);
    }

    [Fact]
    public async Task Lyrics_OfASong_AreAskedForByAJobAndToldAtTheirOwnAddressOnly()
    {
        await using var host = await WordsHost.StartAsync([("Glass Harbour", 2, 0.5), ("Other", 1, 0.5)]);
        var record = host.LrcLib.Add(new LrcLibSong("Glass Harbour", "Nordlys Kollektiv") { Plain = WordsHost.SadWords });
        var address = $"/api/tracks/{LyricsBench.IdOf("Glass Harbour")}/lyrics";

        Assert.Equal("unknown", (await host.GetAsync(address)).Body.GetProperty("state").GetString());
        Assert.Equal(409, (await host.PostAsync(address)).Status);
        Assert.Equal(404, (await host.GetAsync("/api/tracks/nobody/lyrics")).Status);
        Assert.Equal(404, (await host.PostAsync("/api/tracks/nobody/lyrics")).Status);
        Assert.Empty(host.LrcLib.Log.All);

        await host.SwitchAsync(isOn: true);
        var (status, started) = await host.PostAsync(address);
        Assert.Equal(202, status);
        var job = await EndAsync(host.Get<JobRunner>(), started.GetProperty("jobId").GetGuid());

        Assert.Equal(JobState.Succeeded, job.State);
        var (_, song) = await host.GetAsync(address);
        Assert.Equal(("found", WordsHost.SadWords, "en"), (song.GetProperty("state").GetString(), song.GetProperty("text").GetString(), song.GetProperty("language").GetString()));
        Assert.InRange(song.GetProperty("mood").GetDouble(), 0, 0.3);
        Assert.EndsWith($"/get/{record}", song.GetProperty("recordUrl").GetString(), StringComparison.Ordinal);

        // Nowhere else do the words appear.
        foreach (var other in (string[])["/api/stats/words", "/api/history", "/api/history.csv", $"/api/tracks/{LyricsBench.IdOf("Glass Harbour")}", "/api/jobs", "/api/status", "/openapi/v1.json"])
        {
            Assert.DoesNotContain("lonely", await host.TextAsync(other), StringComparison.Ordinal);
        }
    }

    private static async Task<JobView> EndAsync(JobRunner jobs, Guid id)
    {
        while (true)
        {
            if (await jobs.FindAsync(id, Cancellation) is { HasEnded: true } ended)
            {
                return ended;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }
    }
}
