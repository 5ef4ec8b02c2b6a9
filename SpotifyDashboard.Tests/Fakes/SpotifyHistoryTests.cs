using System.Globalization;
using System.Net;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Fakes;

public sealed class SpotifyHistoryTests
{
    private const string Path = "/me/player/recently-played";

    [Fact]
    public async Task History_OfSixtyPlays_ShowsTheLastFiftyNewestFirst()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var tracks = bench.World.AddCatalogue(60);
        var plays = bench.World.PlayInRow(bench.Mara, tracks, bench.Time.GetUtcNow());

        var page = await bench.GetAsync($"{Path}?limit=50");

        Assert.Equal(plays.Skip(10).Reverse().Select(play => play.Track.Id), Ids(page));
        Assert.Equal(Milliseconds(plays[59]), page.GetProperty("cursors").GetProperty("after").GetString());
        Assert.Equal(Milliseconds(plays[10]), page.GetProperty("cursors").GetProperty("before").GetString());
        Assert.EndsWith($"?before={Milliseconds(plays[10])}&limit=50", page.GetProperty("next").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-11-19T12:00:00.000Z", page.GetProperty("items")[0].GetProperty("played_at").GetString());
    }

    [Fact]
    public async Task History_BeforeTheOldest_IsTheEmptyPage()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var plays = bench.World.PlayInRow(bench.Mara, bench.World.AddCatalogue(60), bench.Time.GetUtcNow());

        var reply = await bench.CallAsync($"{Path}?limit=50&before={Milliseconds(plays[10])}");

        Assert.Equal(
            $$"""{"href":"{{bench.Spotify.ApiUrl}}{{Path}}?limit=50&before={{Milliseconds(plays[10])}}","limit":50,"items":[],"next":null,"cursors":null}""",
            reply.Body);
    }

    [Fact]
    public async Task History_AfterAndBefore_AreExclusive()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var plays = bench.World.PlayInRow(bench.Mara, bench.World.AddCatalogue(5), bench.Time.GetUtcNow());

        var after = await bench.GetAsync($"{Path}?after={Milliseconds(plays[2])}");
        var before = await bench.GetAsync($"{Path}?before={Milliseconds(plays[2])}");

        Assert.Equal([plays[4].Track.Id, plays[3].Track.Id], Ids(after));
        Assert.Equal([plays[1].Track.Id, plays[0].Track.Id], Ids(before));
        Assert.Equal(JsonValueKind.Null, after.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task History_WithoutLimit_ShowsTwenty()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.World.PlayInRow(bench.Mara, bench.World.AddCatalogue(30), bench.Time.GetUtcNow());

        Assert.Equal(20, Ids(await bench.GetAsync(Path)).Count());
    }

    [Fact]
    public async Task LatePlay_AppearsLater_AtItsPlaceInTime()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var now = bench.Time.GetUtcNow();
        var tracks = bench.World.AddCatalogue(4);
        bench.World.Play(bench.Mara, tracks[0], now.AddMinutes(-20), visibleAt: now.AddMinutes(10));
        bench.World.Play(bench.Mara, tracks[1], now.AddMinutes(-10));
        bench.World.Play(bench.Mara, tracks[2], now.AddMinutes(5));
        bench.World.PlayUnseen(bench.Mara, tracks[3], now.AddMinutes(-1));

        var first = Ids(await bench.GetAsync(Path)).ToList();
        bench.Time.Advance(TimeSpan.FromMinutes(10));
        var second = Ids(await bench.GetAsync(Path)).ToList();

        Assert.Equal([tracks[1].Id], first);
        Assert.Equal([tracks[2].Id, tracks[1].Id, tracks[0].Id], second);
    }

    [Fact]
    public async Task LatePlay_OlderThanFiftyOthers_IsNeverShown()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var now = bench.Time.GetUtcNow();
        var tracks = bench.World.AddCatalogue(51);
        bench.World.PlayInRow(bench.Mara, tracks.Skip(1), now);
        bench.World.Play(bench.Mara, tracks[0], now.AddDays(-1), visibleAt: now);

        Assert.DoesNotContain(tracks[0].Id, Ids(await bench.GetAsync($"{Path}?limit=50")));
    }

    [Fact]
    public async Task History_IsOnesOwn_WithContext()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var track = bench.World.AddCatalogue(1)[0];
        bench.World.Play(bench.World.AddUser("otto"), track, bench.Time.GetUtcNow());
        bench.World.Play(bench.Mara, track, bench.Time.GetUtcNow(), contextUri: "spotify:playlist:3dFakePlaylist0000001");

        var item = Assert.Single((await bench.GetAsync(Path)).GetProperty("items").EnumerateArray());

        var context = item.GetProperty("context");
        Assert.Equal("playlist", context.GetProperty("type").GetString());
        Assert.Equal("spotify:playlist:3dFakePlaylist0000001", context.GetProperty("uri").GetString());
        Assert.Equal($"{bench.Spotify.ApiUrl}/playlists/3dFakePlaylist0000001", context.GetProperty("href").GetString());
        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync(Path)).Status);
    }

    private static IEnumerable<string?> Ids(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("track").GetProperty("id").GetString());

    private static string Milliseconds(WorldPlay play) => play.EndedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
