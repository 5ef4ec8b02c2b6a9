using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Live;

public sealed class PlayPollerTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Poll_OfAConnectedListener_StoresThePlaysWithContextAndEndsTheDemo(DatabaseProvider provider)
    {
        await using var bench = await PollBench.CreateAsync(server, provider);
        await Storage.Rows.ListenerAsync(bench.Database, isDemo: true, playsVersion: 1);
        var tracks = bench.World.AddCatalogue(12);
        bench.World.PlayInRow(bench.User, tracks, bench.Time.GetUtcNow() - TimeSpan.FromMinutes(10));
        bench.World.Play(bench.User, tracks[3], bench.Time.GetUtcNow() - TimeSpan.FromMinutes(1), contextUri: "spotify:playlist:3dFakePlaylist0000001");

        Assert.Equal(1, await bench.PollAsync(bench.Process()));

        Assert.Equal(bench.Truth(bench.User), await bench.PlaysAsync());
        Assert.Equal("spotify:playlist:3dFakePlaylist0000001", await bench.Database.ScalarAsync(
            "SELECT c.uri FROM plays p JOIN play_contexts c ON c.id = p.context_id"));
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM listeners WHERE is_demo"));
        Assert.Equal("12", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM track_documents WHERE provider = 'spotify'"));
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT plays_version FROM listeners"));
        Assert.Empty(bench.Spotify.Violations);
    }

    [Fact]
    public async Task Poll_WithNothingNew_WritesNoPlays()
    {
        await using var bench = await PollBench.CreateAsync(server);
        bench.World.PlayInRow(bench.User, bench.World.AddCatalogue(60), bench.Time.GetUtcNow());
        var process = bench.Process();
        await bench.PollAsync(process);
        var version = await bench.Database.ScalarAsync("SELECT plays_version FROM listeners");
        bench.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, await bench.PollAsync(process));

        Assert.Equal(50, await bench.CountAsync("sightings"));
        Assert.Equal(version, await bench.Database.ScalarAsync("SELECT plays_version FROM listeners"));
        Assert.Equal(0, await bench.CountAsync("gaps"));
    }

    [Fact]
    public async Task Poll_LeftByAProcessThatDied_IsTakenOverAtOnce()
    {
        await using var bench = await PollBench.CreateAsync(server);
        bench.World.PlayInRow(bench.User, bench.World.AddCatalogue(3), bench.Time.GetUtcNow());
        var process = bench.Process();
        await bench.PollAsync(process);
        await bench.Database.ExecuteAsync(
            $"UPDATE leases SET holder = '{Environment.MachineName}/2147483646/2026-01-01T00:00:00.0000000Z/{Guid.NewGuid():N}', expires_at = {DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()}");
        bench.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, await bench.PollAsync(process));
    }

    [Theory]
    [InlineData(60, 3, 1)]
    [InlineData(60, 0, 0)]
    [InlineData(40, 3, 0)]
    public async Task FirstPoll_AfterAnImport_RecordsAGapWhereItDoesNotReachBackToIt(int plays, int daysBetween, int gaps)
    {
        await using var bench = await PollBench.CreateAsync(server);
        var played = bench.World.PlayInRow(bench.User, bench.World.AddCatalogue(plays), bench.Time.GetUtcNow());
        var imported = (played[0].EndedAt - TimeSpan.FromDays(daysBetween) + (daysBetween == 0 ? TimeSpan.FromHours(1) : TimeSpan.Zero)).ToUnixTimeMilliseconds();
        string[] history =
        [
            "INSERT INTO artists (id, spotify_id, name) VALUES (900, '', 'Somebody')",
            "INSERT INTO tracks (id, name_key, title, artist_id, named_at, is_invented) VALUES (900, 'x', 'Old song', 900, 0, false)",
            $"INSERT INTO sightings (id, listener_id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags) VALUES (1, {bench.Listener}, {imported}, 1, 900, 180000, 0, 0, 1, 0)",
        ];
        foreach (var statement in history)
        {
            await bench.Database.ExecuteAsync(statement);
        }

        await bench.PollAsync(bench.Process());

        Assert.Equal(gaps, await bench.CountAsync("gaps"));
        Assert.Equal(gaps, await bench.CountAsync($"gaps WHERE from_at = {imported}"));
    }

    [Fact]
    public async Task Poll_WhenATracksLengthIsToldAnew_DoesNotStoreItsPlaysAgain()
    {
        await using var bench = await PollBench.CreateAsync(server);
        bench.World.PlayInRow(bench.User, bench.World.AddCatalogue(5), bench.Time.GetUtcNow());
        var process = bench.Process();
        await bench.PollAsync(process);
        await bench.Database.ExecuteAsync("UPDATE sightings SET ms_played = ms_played + 1000");
        bench.Time.Advance(TimeSpan.FromHours(1));

        await bench.PollAsync(process);

        Assert.Equal(5, await bench.CountAsync("plays"));
    }

    [Fact]
    public async Task Polls_WithLateAndOutOfOrderPlays_StoreThemAll()
    {
        await using var bench = await PollBench.CreateAsync(server);
        var tracks = bench.World.AddCatalogue(40);
        var start = bench.Time.GetUtcNow();
        for (var i = 0; i < 40; i++)
        {
            var end = start + TimeSpan.FromMinutes(3 * (i + 1));
            bench.World.Play(bench.User, tracks[i], end, visibleAt: end + TimeSpan.FromMinutes(i % 4 == 0 ? 75 : i % 3));
        }

        await bench.FollowAsync(bench.Process(), TimeSpan.FromHours(4));

        Assert.Equal(bench.Truth(bench.User), await bench.PlaysAsync());
        Assert.Equal(0, await bench.CountAsync("gaps"));
    }

    [Fact]
    public async Task Poll_OfAFullPageWithoutOverlap_NotesOneGap()
    {
        await using var bench = await PollBench.CreateAsync(server);
        var tracks = bench.World.AddCatalogue(70);
        var last = bench.World.Play(bench.User, tracks[0], bench.Time.GetUtcNow());
        var process = bench.Process();
        await bench.PollAsync(process);
        bench.Time.Advance(TimeSpan.FromHours(6));
        var missed = bench.World.PlayInRow(bench.User, tracks, bench.Time.GetUtcNow());

        await bench.PollAsync(process);
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.PollAsync(process);

        var gap = Assert.Single(await bench.Database.RowsAsync("SELECT from_at, to_at, closed_at FROM gaps"));
        Assert.Equal<string?[]>([Ms(last.EndedAt), Ms(missed[20].EndedAt), null], gap);
        Assert.Equal(51, await bench.CountAsync("plays"));
    }

    [Fact]
    public async Task Poll_OfTwoProcessesAtOnce_IsMadeOnce()
    {
        await using var bench = await PollBench.CreateAsync(server);
        bench.World.PlayInRow(bench.User, bench.World.AddCatalogue(5), bench.Time.GetUtcNow());
        var (one, other) = (bench.Process(), bench.Process());

        var polled = await Task.WhenAll(bench.PollAsync(one), bench.PollAsync(other), bench.PollAsync(one));

        Assert.Equal(1, polled.Sum());
        Assert.Equal(1, await bench.CountAsync("api_calls"));
    }

    [Fact]
    public async Task Poll_ThatFails_IsNotedAndTrackingGoesOn()
    {
        await using var bench = await PollBench.CreateAsync(server);
        bench.Spotify.Faults.Always(Fault.Answer(503, FaultBody.Html));
        var process = bench.Process();
        await bench.PollAsync(process);
        var state = Assert.Single(await bench.Database.RowsAsync("SELECT failing_since, last_failure, (SELECT holder FROM leases), last_success_at FROM poll_states"));
        bench.Spotify.Faults.Clear();
        bench.World.PlayInRow(bench.User, bench.World.AddCatalogue(5), bench.Time.GetUtcNow());

        await bench.FollowAsync(process, TimeSpan.FromHours(1));

        Assert.NotNull(state[0]);
        Assert.NotEmpty(state[1] ?? "");
        Assert.Null(state[2]);
        Assert.Null(state[3]);
        Assert.Equal(5, await bench.CountAsync("plays"));
        Assert.Null(await bench.Database.ScalarAsync("SELECT failing_since FROM poll_states"));
    }

    [Fact]
    public async Task Poll_ThatIsStuck_IsCancelledAfterTwoMinutes()
    {
        await using var bench = await PollBench.CreateAsync(server);
        bench.Spotify.Faults.Next(20, Fault.Stall);
        var process = bench.Process();
        var began = bench.Time.GetUtcNow();

        await bench.PollAsync(process);

        Assert.InRange(bench.Time.GetUtcNow() - began, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(125));
        Assert.NotNull(await bench.Database.ScalarAsync("SELECT last_failure FROM poll_states"));
    }

    [Fact]
    public async Task Poll_ToldToWait_AsksNobodyUntilThen()
    {
        await using var bench = await PollBench.CreateAsync(server);
        bench.Spotify.Faults.Next(1, Fault.Answer(429, retryAfter: TimeSpan.FromHours(20)));
        await bench.PollAsync(bench.Process());

        // Another process, as after a restart.
        await bench.FollowAsync(bench.Process(), TimeSpan.FromHours(19));
        var during = bench.Spotify.Log.All.Count;
        await bench.FollowAsync(bench.Process(), TimeSpan.FromHours(2));

        Assert.Equal(1, during);
        Assert.True(bench.Spotify.Log.All.Count > 1);
    }

    [Fact]
    public async Task Poll_AfterAFreshLogin_IsMadeAtOnceWhateverWasPlanned()
    {
        await using var bench = await PollBench.CreateAsync(server);
        var process = bench.Process();
        await bench.PollAsync(process);
        Assert.Equal(0, await bench.PollAsync(process));
        bench.Time.Advance(TimeSpan.FromSeconds(30));
        await bench.Database.ExecuteAsync($"UPDATE listeners SET authorized_at = {Ms(bench.Time.GetUtcNow())}");

        Assert.Equal(1, await bench.PollAsync(process));
    }

    private static string Ms(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
