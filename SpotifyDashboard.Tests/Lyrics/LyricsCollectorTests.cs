using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Lyrics;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Lyrics;

public sealed class LyricsCollectorTests(PostgresServer server)
{
    private const string Words = "First invented line\nSecond invented line";

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Steps_OverALibrary_AskMostPlayedFirstAndKeepWhatCame(DatabaseProvider provider)
    {
        await using var bench = await LyricsBench.CreateAsync(server, provider, FakeGenius.AccessToken);
        await bench.PlayAsync("Seldom", 1);
        await bench.PlayAsync("Often", 5);
        await bench.PlayAsync("Unknown", 3);
        bench.LrcLib.Add(new LrcLibSong("Often", "Nordlys Kollektiv") { Plain = Words });
        bench.LrcLib.Add(new LrcLibSong("Seldom", "Nordlys Kollektiv") { IsInstrumental = true });
        bench.Genius.Add(new GeniusSong("Often", "Nordlys Kollektiv"));

        await bench.RunAsync();

        Assert.Equal(["Often", "Unknown", "Seldom"], bench.LrcLib.Log.To("/get").Select(static request => request.Query.Split("track_name=")[1].Split('&')[0]));
        var often = await bench.ReadAsync("Often");
        Assert.Equal((LyricsState.Found, Words, "https://genius.com/Nordlys-kollektiv-glass-harbour-lyrics"), (often.State, often.Text, often.PageUrl));
        Assert.Equal("First invented line", often.FirstLine);
        Assert.Null(often.AskAgainAt);
        Assert.Equal(LyricsState.Instrumental, (await bench.ReadAsync("Seldom")).State);
        Assert.Equal(LyricsState.Missing, (await bench.ReadAsync("Unknown")).State);
        Assert.Empty(bench.LrcLib.Violations);
        Assert.Empty(bench.Genius.Violations);
        Assert.DoesNotContain(bench.Log.Lines, line => line.Text.Contains("invented line", StringComparison.Ordinal));

        // Rows are the listener's: they go with them.
        await bench.Database.ExecuteAsync("DELETE FROM listeners");
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM lyrics"));
    }

    [Fact]
    public async Task Steps_OverWordsThatAreKnownThoughTheyMayBeAskedAgain_ComeToRest()
    {
        await using var bench = await LyricsBench.CreateAsync(server);
        await bench.PlayAsync("Known", 2);
        bench.LrcLib.Add(new LrcLibSong("Known", "Nordlys Kollektiv") { Plain = Words });
        await bench.RunAsync();
        await bench.Database.ExecuteAsync("UPDATE lyrics SET retry_at = 1");

        Assert.True(await bench.StepAsync() > TimeSpan.Zero);
    }

    [Fact]
    public async Task Missing_SongIsAskedAgainAfterThirtyDays_FoundNever()
    {
        await using var bench = await LyricsBench.CreateAsync(server);
        await bench.PlayAsync("Known", 2);
        await bench.PlayAsync("Unknown", 1);
        bench.LrcLib.Add(new LrcLibSong("Known", "Nordlys Kollektiv") { Plain = Words });
        await bench.RunAsync();
        var asked = bench.LrcLib.Log.All.Count;

        bench.Time.Advance(TimeSpan.FromDays(29.9));
        await bench.RunAsync();
        Assert.Equal(asked, bench.LrcLib.Log.All.Count);

        bench.LrcLib.Add(new LrcLibSong("Unknown", "Nordlys Kollektiv") { Plain = "Now it is known" });
        bench.Time.Advance(TimeSpan.FromDays(0.2));
        await bench.RunAsync();

        Assert.Equal("Now it is known", (await bench.ReadAsync("Unknown")).Text);
        Assert.Equal(asked + 1, bench.LrcLib.Log.All.Count);
        bench.Time.Advance(TimeSpan.FromDays(1000));
        await bench.RunAsync();
        Assert.Equal(asked + 1, bench.LrcLib.Log.All.Count);
    }

    [Fact]
    public async Task Nonsense_AboutASong_IsSetAsideForAnHourAndHoldsUpNobody()
    {
        await using var bench = await LyricsBench.CreateAsync(server);
        await bench.PlayAsync("First", 2);
        await bench.PlayAsync("Second", 1);
        bench.LrcLib.Add(new LrcLibSong("First", "Nordlys Kollektiv") { Plain = Words });
        bench.LrcLib.Add(new LrcLibSong("Second", "Nordlys Kollektiv") { Plain = Words });
        bench.LrcLib.Faults.Always(Fault.Answer(500), static request => request.QueryString.Contains("First", StringComparison.Ordinal));

        await Assert.ThrowsAsync<ProviderException>(bench.StepAsync);

        var first = await bench.ReadAsync("First");
        Assert.Equal(LyricsState.Failed, first.State);
        Assert.Contains("500", first.Detail, StringComparison.Ordinal);
        Assert.InRange(first.AskAgainAt - bench.Time.GetUtcNow() ?? TimeSpan.Zero, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));

        // The breaker lets go after half a minute; then the next song has its turn.
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.RunAsync();
        Assert.Equal(LyricsState.Found, (await bench.ReadAsync("Second")).State);

        bench.LrcLib.Faults.Clear();
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.RunAsync();
        Assert.Equal(LyricsState.Found, (await bench.ReadAsync("First")).State);
    }

    [Fact]
    public async Task Refused_Question_IsNotRepeatedForThirtyDays()
    {
        await using var bench = await LyricsBench.CreateAsync(server);
        await bench.PlayAsync("Odd", 1);
        bench.LrcLib.Faults.Always(Fault.Answer(400, FaultBody.PlainText));

        await bench.RunAsync();
        bench.Time.Advance(TimeSpan.FromDays(29));
        await bench.RunAsync();

        Assert.Single(bench.LrcLib.Log.All);
        Assert.Equal(LyricsState.Failed, (await bench.ReadAsync("Odd")).State);
    }

    [Fact]
    public async Task Unreachable_Service_MarksNoSong()
    {
        await using var bench = await LyricsBench.CreateAsync(server);
        await bench.PlayAsync("Some", 1);
        bench.LrcLib.Faults.Always(Fault.Answer(404, FaultBody.Html));

        await Assert.ThrowsAsync<ProviderException>(bench.StepAsync);

        Assert.Null((await bench.ReadAsync("Some")).State);
    }

    [Fact]
    public async Task GeniusFailing_CostsTheLinkAlone()
    {
        await using var bench = await LyricsBench.CreateAsync(server, token: "wrong");
        await bench.PlayAsync("Often", 1);
        bench.LrcLib.Add(new LrcLibSong("Often", "Nordlys Kollektiv") { Plain = Words });

        await bench.RunAsync();

        var often = await bench.ReadAsync("Often");
        Assert.Equal((LyricsState.Found, null), (often.State, often.PageUrl));
    }

    [Fact]
    public async Task SwitchedOff_EndsTheCallUnderWayAndAsksNobody()
    {
        await using var bench = await LyricsBench.CreateAsync(server);
        await bench.PlayAsync("Often", 2);
        await bench.PlayAsync("Seldom", 1);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.LrcLib.Faults.Always(Fault.Stall, _ =>
        {
            arrived.TrySetResult();
            return true;
        });
        var step = bench.Collector.StepAsync(Cancellation);
        await arrived.Task.WaitAsync(Cancellation);

        await bench.Get<LyricsSwitch>().SetAsync(bench.Listener, isWanted: false, Cancellation);

        // The clock stands still: nothing but the switch can have ended the call.
        Assert.Equal(TimeSpan.Zero, await step);
        var asked = bench.LrcLib.Log.All.Count;
        await bench.RunAsync();
        Assert.Equal(asked, bench.LrcLib.Log.All.Count);
        Assert.Null((await bench.ReadAsync("Often")).State);

        bench.LrcLib.Faults.Clear();
        bench.LrcLib.Add(new LrcLibSong("Often", "Nordlys Kollektiv") { Plain = Words });
        await bench.Get<LyricsSwitch>().SetAsync(bench.Listener, isWanted: true, Cancellation);
        await bench.RunAsync();
        Assert.Equal(LyricsState.Found, (await bench.ReadAsync("Often")).State);
    }

    [Fact]
    public async Task DemoListener_IsNeverAskedFor()
    {
        await using var bench = await LyricsBench.CreateAsync(server);
        await bench.PlayAsync("Invented", 3);
        await bench.Database.ExecuteAsync("UPDATE listeners SET is_demo = TRUE");

        await bench.RunAsync();

        Assert.Empty(bench.LrcLib.Log.All);
    }

    [Fact]
    public async Task Forgotten_WordsAreGone()
    {
        await using var bench = await LyricsBench.CreateAsync(server);
        await bench.PlayAsync("Often", 1);
        bench.LrcLib.Add(new LrcLibSong("Often", "Nordlys Kollektiv") { Plain = Words });
        await bench.RunAsync();

        Assert.Equal(1, await bench.Get<LyricsService>().ForgetAsync(bench.Listener, Cancellation));

        Assert.Null((await bench.ReadAsync("Often")).State);
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM lyrics"));
    }

    [Fact]
    public async Task Installation_SwitchedOff_AsksNobodyWhateverTheListenerWants()
    {
        await using var bench = await LyricsBench.CreateAsync(server, isEnabled: false);
        await bench.PlayAsync("Often", 1);
        await bench.Get<LyricsSwitch>().SetAsync(bench.Listener, isWanted: true, Cancellation);

        Assert.True(await bench.StepAsync() > TimeSpan.Zero);
        Assert.Null(await bench.DriveAsync(bench.Get<LyricsFinder>().AskAsync(await bench.SongAsync("Often"), evenIfNotDue: true, Cancellation)));

        Assert.Empty(bench.LrcLib.Log.All);
    }

    [Fact]
    public async Task Missing_SongTheListenerAsksFor_IsAskedAgainAtOnce()
    {
        await using var bench = await LyricsBench.CreateAsync(server);
        await bench.PlayAsync("Unknown", 1);
        await bench.RunAsync();
        bench.LrcLib.Add(new LrcLibSong("Unknown", "Nordlys Kollektiv") { Plain = Words });
        var song = await bench.SongAsync("Unknown");

        Assert.Equal((byte)LyricsState.Missing, (await bench.DriveAsync(bench.Get<LyricsFinder>().AskAsync(song, evenIfNotDue: false, Cancellation)))?.Outcome);
        Assert.Equal((byte)LyricsState.Found, (await bench.DriveAsync(bench.Get<LyricsFinder>().AskAsync(song, evenIfNotDue: true, Cancellation)))?.Outcome);
    }

    [Fact]
    public async Task Words_OfOneListener_AreNotAnothers()
    {
        await using var bench = await LyricsBench.CreateAsync(server);
        await bench.PlayAsync("Often", 1);
        bench.LrcLib.Add(new LrcLibSong("Often", "Nordlys Kollektiv") { Plain = Words });
        await bench.RunAsync();
        var other = await Storage.Rows.ListenerAsync(bench.Database);
        var song = await bench.SongAsync("Often");

        Assert.Single(await bench.Get<LyricsStore>().ReadAsync(bench.Listener, [song.TrackId], Cancellation));
        Assert.Empty(await bench.Get<LyricsStore>().ReadAsync(other, [song.TrackId], Cancellation));
        Assert.Null(await bench.Get<LyricsService>().ReadAsync(other, LyricsBench.IdOf("Often"), Cancellation));
    }

    [Fact]
    public async Task Library_WhileWordsAreFound_GrowsAndForgetsWithThem()
    {
        await using var bench = await LyricsBench.CreateAsync(server);
        await bench.PlayAsync("First", 2);
        await bench.PlayAsync("Second", 1);
        bench.LrcLib.Add(new LrcLibSong("First", "Nordlys Kollektiv") { Plain = Words });
        bench.LrcLib.Add(new LrcLibSong("Second", "Nordlys Kollektiv") { Plain = Words });
        var libraries = bench.Get<LyricsLibraries>();

        await bench.StepAsync();
        Assert.Single((await libraries.GetAsync(bench.Listener, Cancellation)).Readings);
        await bench.RunAsync();
        var both = await libraries.GetAsync(bench.Listener, Cancellation);
        Assert.Equal(2, both.Readings.Count);
        Assert.Same(both, await libraries.GetAsync(bench.Listener, Cancellation));

        await bench.Get<LyricsService>().ForgetAsync(bench.Listener, Cancellation);
        Assert.Empty((await libraries.GetAsync(bench.Listener, Cancellation)).Readings);
    }
}
