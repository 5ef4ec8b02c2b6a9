using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Lyrics;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers.Lyrics;

public sealed class LrcLibClientTests
{
    private const string Words = "First invented line\nSecond invented line";

    private static readonly LrcLibSong s_song = new("Glass Harbour", "Nordlys Kollektiv") { Plain = Words };

    [Fact]
    public async Task Find_KnownSong_BringsItsWordsWithOneCall()
    {
        await using var bench = await LyricsProviders.StartAsync();
        var id = bench.LrcLib.Add(s_song);

        var words = await bench.FindAsync("Glass Harbour", album: "Tidvatten");

        Assert.Equal(new SongWords(id, Words), words);
        var request = Assert.Single(bench.LrcLib.Log.All);
        Assert.Equal("/api/get", request.Path);
        Assert.Contains("duration=214", request.Query, StringComparison.Ordinal);
        Assert.EndsWith($"/api/get/{id}", bench.LrcLibClient.AddressOf(id).AbsoluteUri, StringComparison.Ordinal);
        Assert.Empty(bench.LrcLib.Violations);
    }

    [Theory]
    [InlineData("Glass Harbour - Remastered 2011")]
    [InlineData("Glass Harbour - 2011 Remaster")]
    [InlineData("Glass Harbour (feat. Somebody)")]
    [InlineData("Glass Harbour (Remastered Version)")]
    public async Task Find_TitleWithAnAddition_AsksAgainWithoutIt(string title)
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Add(s_song);

        Assert.Equal(Words, (await bench.FindAsync(title, album: "Glass Harbour (Deluxe)"))?.Text);

        Assert.Equal(2, bench.LrcLib.Log.To("/get").Count);
        Assert.Empty(bench.LrcLib.Log.To("/search"));
    }

    [Theory]
    [InlineData(214_000, true)]
    [InlineData(211_000, true)]
    [InlineData(217_000, true)]
    [InlineData(210_900, false)]
    [InlineData(218_000, false)]
    [InlineData(null, true)]
    public async Task Find_SongOfAnotherLength_IsFoundWithinThreeSeconds(int? durationMs, bool isFound)
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Add(s_song);

        Assert.Equal(isFound, await bench.FindAsync("Glass Harbour", durationMs: durationMs) is not null);
    }

    [Fact]
    public async Task Search_OfSeveral_TakesTheNearestOfTheSameNames()
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Add(s_song with { Title = "Glass Harbour (Reprise)", Plain = "of another song" });
        bench.LrcLib.Add(s_song with { Artist = "Nordlys Kollektiv Tribute", Plain = "of another artist" });
        bench.LrcLib.Add(s_song with { Seconds = 216.9, Plain = "further away" });
        bench.LrcLib.Add(s_song with { Seconds = 217.4, Plain = null, Synced = "[00:01.20] Near\n[00:05.10] and timed" });

        // 2.9 and 2.4 seconds away: too far for a direct answer, near enough for a search.
        Assert.Equal("Near\nand timed", (await bench.FindAsync("Glass  harbour - Remastered", durationMs: 219_800, album: "Elsewhere"))?.Text);

        Assert.Single(bench.LrcLib.Log.To("/search"));
    }

    [Fact]
    public async Task Find_InstrumentalSong_SaysThatNothingIsSung()
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Add(s_song with { IsInstrumental = true, Plain = null });

        Assert.True((await bench.FindAsync("Glass Harbour"))?.IsInstrumental);
    }

    [Fact]
    public async Task Find_UnknownSong_IsNullAndNoFailure()
    {
        await using var bench = await LyricsProviders.StartAsync();

        Assert.Null(await bench.FindAsync("Nobody's song"));

        Assert.False(bench.States.Of(LrcLibClient.Service).IsFailing);
        Assert.Empty(bench.LrcLib.Violations);
        Assert.All(bench.LrcLib.Log.All.Zip(bench.LrcLib.Log.All.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Find_NamelessSong_AsksNobody(string title)
    {
        await using var bench = await LyricsProviders.StartAsync();

        Assert.Null(await bench.FindAsync(title));

        Assert.Empty(bench.LrcLib.Log.All);
    }

    [Fact]
    public async Task Find_RecordWithMoreTextThanAnySong_IsNotTaken()
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Add(s_song with { Plain = new string('x', SungText.Longest + 1) });

        Assert.Null(await bench.FindAsync("Glass Harbour"));
    }

    [Theory]
    [InlineData(FaultBody.PlainText)]
    [InlineData(FaultBody.JsonObject)]
    public async Task Find_Refused_SaysSoAndDoesNotRepeat(FaultBody body)
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Faults.Always(Fault.Answer(400, body));

        var failed = await Assert.ThrowsAsync<ProviderException>(() => bench.FindAsync("Glass Harbour"));

        Assert.Equal(Failure.NotAvailable, failed.Failure);
        Assert.Single(bench.LrcLib.Log.All);
    }

    [Theory]
    [InlineData(FaultBody.Html)]
    [InlineData(FaultBody.PlainText)]
    public async Task Find_NotFoundByAnotherServer_IsNoWordOnTheSong(FaultBody body)
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Faults.Always(Fault.Answer(404, body));

        var failed = await Assert.ThrowsAsync<ProviderException>(() => bench.FindAsync("Glass Harbour"));

        Assert.Equal(Failure.Misconfigured, failed.Failure);
        Assert.Contains("LrcLib:Url", failed.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_AfterAFault_IsRepeatedAndSucceeds()
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Add(s_song);
        bench.LrcLib.Faults.Next(1, Fault.Answer(500, retryAfter: TimeSpan.FromSeconds(2)));
        bench.LrcLib.Faults.Next(1, Fault.Answer(200, FaultBody.TruncatedJson));

        Assert.Equal(Words, (await bench.FindAsync("Glass Harbour"))?.Text);
        Assert.Equal(3, bench.LrcLib.Log.All.Count);
    }

    [Theory]
    [InlineData(FaultBody.Html)]
    [InlineData(FaultBody.Garbage)]
    [InlineData(FaultBody.JsonObject)]
    public async Task Find_NonsenseOnly_IsGivenUpAndLeftAlone(FaultBody body)
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Faults.Always(Fault.Answer(200, body));
        var calling = bench.LrcLibClient.FindAsync(new SongQuestion("Glass Harbour", "Nordlys Kollektiv"), TestContext.Current.CancellationToken);

        var failed = await Assert.ThrowsAsync<ProviderException>(() => bench.Time.ToEndAsync(calling, () => bench.Log.Completed.Count));

        Assert.Equal(Failure.Retry, failed.Failure);
        Assert.Equal(5, bench.LrcLib.Log.All.Count);

        // The breaker is open: the next song is not even asked about.
        var next = await Assert.ThrowsAsync<ProviderException>(() => bench.FindAsync("Another"));
        Assert.NotNull(next.RetryAt);
        Assert.Equal(5, bench.LrcLib.Log.All.Count);
    }

    [Fact]
    public async Task Find_SilentServer_IsGivenTenSecondsEachTime()
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Faults.Always(Fault.Stall);
        var calling = bench.LrcLibClient.FindAsync(new SongQuestion("Glass Harbour", "Nordlys Kollektiv"), TestContext.Current.CancellationToken);

        var failed = await Assert.ThrowsAsync<ProviderException>(() => bench.Time.ToEndAsync(calling, reach: TimeSpan.FromSeconds(30)));

        Assert.Contains("within 10 seconds", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_SeveralAtOnce_AskOneAfterTheOther()
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Add(s_song);

        var found = await bench.Time.ToEndAsync(Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => bench.LrcLibClient.FindAsync(new SongQuestion("Glass Harbour", "Nordlys Kollektiv"), TestContext.Current.CancellationToken))));

        Assert.All(found, words => Assert.Equal(Words, words?.Text));
        Assert.Equal(1, bench.LrcLib.AtOnce);
    }

    [Fact]
    public async Task Find_WhateverCame_LogsNeitherWordsNorNames()
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.LrcLib.Add(s_song);
        await bench.FindAsync("Glass Harbour");
        await bench.FindAsync("Unheard-of Title");

        Assert.NotEmpty(bench.Log.Completed);
        Assert.DoesNotContain(bench.Log.Lines, line => line.Text.Contains("invented line", StringComparison.Ordinal) || line.Text.Contains("Unheard", StringComparison.Ordinal));
    }
}
