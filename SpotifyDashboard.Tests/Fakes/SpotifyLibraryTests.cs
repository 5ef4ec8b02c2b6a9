using System.Net;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Fakes;

public sealed class SpotifyLibraryTests
{
    [Fact]
    public async Task Me_InDevelopmentMode_LacksWhatWasRemoved()
    {
        await using var bench = await SpotifyBench.StartAsync();

        var me = await bench.GetAsync("/me");
        bench.App.Mode = SpotifyMode.Extended;
        var extended = await bench.GetAsync("/me");

        Assert.Equal(
            ["account_id", "display_name", "external_urls", "href", "id", "images", "type", "uri"],
            me.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal(bench.Mara.AccountId, me.GetProperty("account_id").GetString());
        Assert.Equal("SE", extended.GetProperty("country").GetString());
        Assert.Equal("premium", extended.GetProperty("product").GetString());
    }

    [Fact]
    public async Task Top_WithoutBeingTold_FollowsThePlays()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var now = bench.Time.GetUtcNow();
        var tracks = bench.World.AddCatalogue(12);
        bench.World.PlayInRow(bench.Mara, [tracks[11], tracks[11], tracks[0]], now);
        bench.World.PlayInRow(bench.Mara, [tracks[1], tracks[1], tracks[1]], now.AddDays(-60));

        Assert.Equal([tracks[11].Id, tracks[0].Id], Ids(await bench.GetAsync("/me/top/tracks?time_range=short_term")));
        Assert.Equal([tracks[1].Id, tracks[11].Id, tracks[0].Id], Ids(await bench.GetAsync("/me/top/tracks")));
        Assert.Equal([tracks[11].Album.Artist.Id, tracks[0].Album.Artist.Id], Ids(await bench.GetAsync("/me/top/artists?time_range=short_term")));
    }

    [Fact]
    public async Task Top_Told_IsPagedByLinks()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var ids = bench.World.AddCatalogue(5).Select(track => track.Id).ToList();
        bench.World.SetTop(bench.Mara, "tracks", "long_term", ids);

        var page = await bench.GetAsync("/me/top/tracks?time_range=long_term&limit=2&offset=2");

        Assert.Equal(ids.Skip(2).Take(2), Ids(page));
        Assert.Equal(5, page.GetProperty("total").GetInt32());
        Assert.Equal($"{bench.Spotify.ApiUrl}/me/top/tracks?offset=4&limit=2&time_range=long_term", page.GetProperty("next").GetString());
        Assert.Equal($"{bench.Spotify.ApiUrl}/me/top/tracks?offset=0&limit=2&time_range=long_term", page.GetProperty("previous").GetString());
    }

    [Fact]
    public async Task SavedTracks_AreNewestFirst_NullWhereOneVanished()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var tracks = bench.World.AddCatalogue(3);
        for (var day = 0; day < 3; day++)
        {
            bench.World.Save(bench.Mara, tracks[day], new DateTimeOffset(2026, 10, day + 1, 8, 0, 0, TimeSpan.Zero));
        }

        tracks[1].HasVanished = true;
        bench.World.Unsave(bench.Mara, tracks[0]);

        var page = await bench.GetAsync("/me/tracks?limit=50");

        var items = page.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["2026-10-03T08:00:00Z", "2026-10-02T08:00:00Z"], items.Select(item => item.GetProperty("added_at").GetString()));
        Assert.Equal(tracks[2].Id, items[0].GetProperty("track").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, items[1].GetProperty("track").ValueKind);
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task CurrentlyPlaying_Nothing_IsNoContent()
    {
        await using var bench = await SpotifyBench.StartAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await bench.CallAsync("/me/player/currently-playing")).Status);
    }

    private static IEnumerable<string?> Ids(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString());
}
