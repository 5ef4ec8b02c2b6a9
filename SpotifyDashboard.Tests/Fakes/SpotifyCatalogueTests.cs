using System.Net;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Fakes;

public sealed class SpotifyCatalogueTests
{
    private const string Unknown = "0aFakeTrack00000000001";

    [Fact]
    public async Task Track_InDevelopmentMode_HasItsIsrcButNoPopularity()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var track = bench.World.AddCatalogue(1)[0];

        var shown = await bench.GetAsync($"/tracks/{track.Id}?market=SE");

        Assert.Equal(track.Isrc, shown.GetProperty("external_ids").GetProperty("isrc").GetString());
        Assert.False(shown.TryGetProperty("popularity", out _));
        Assert.False(shown.TryGetProperty("available_markets", out _));
        Assert.False(shown.GetProperty("album").TryGetProperty("available_markets", out _));
        Assert.Equal("day", shown.GetProperty("album").GetProperty("release_date_precision").GetString());
    }

    [Fact]
    public async Task Track_Relinked_BearsAnotherId_AndOnlyExtendedSaysFromWhere()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var tracks = bench.World.AddCatalogue(2);
        tracks[0].RelinkedTo = tracks[1];

        var shown = await bench.GetAsync($"/tracks/{tracks[0].Id}");
        bench.App.Mode = SpotifyMode.Extended;
        var extended = await bench.GetAsync($"/tracks/{tracks[0].Id}");

        Assert.Equal(tracks[1].Id, shown.GetProperty("id").GetString());
        Assert.False(shown.TryGetProperty("linked_from", out _));
        Assert.Equal(tracks[0].Id, extended.GetProperty("linked_from").GetProperty("id").GetString());
        Assert.Equal(30, extended.GetProperty("popularity").GetInt32());
    }

    [Fact]
    public async Task Item_UnknownOrVanished_Is404()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var track = bench.World.AddCatalogue(1)[0];
        track.HasVanished = true;

        foreach (var path in new[] { $"/tracks/{track.Id}", $"/tracks/{Unknown}", $"/albums/{Unknown}", $"/artists/{Unknown}", $"/albums/{Unknown}/tracks" })
        {
            var reply = await bench.CallAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, """{"error":{"status":404,"message":"Resource not found"}}"""), (reply.Status, reply.Body));
        }
    }

    [Fact]
    public async Task Artist_TellsGenres_AListNoneOrNothing()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var full = bench.World.AddArtist("Full", "dream pop");
        var empty = bench.World.AddArtist("Empty", []);
        var silent = bench.World.AddArtist("Silent", null);

        Assert.Equal("dream pop", (await bench.GetAsync($"/artists/{full.Id}")).GetProperty("genres")[0].GetString());
        Assert.Equal(0, (await bench.GetAsync($"/artists/{empty.Id}")).GetProperty("genres").GetArrayLength());
        Assert.False((await bench.GetAsync($"/artists/{silent.Id}")).TryGetProperty("genres", out _));
    }

    [Fact]
    public async Task Album_HoldsItsTracksWithoutIsrc()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var tracks = bench.World.AddCatalogue(12);

        var album = await bench.GetAsync($"/albums/{tracks[0].Album.Id}");
        var own = await bench.GetAsync($"/albums/{tracks[0].Album.Id}/tracks?limit=3");

        var page = album.GetProperty("tracks");
        Assert.Equal(10, page.GetProperty("items").GetArrayLength());
        Assert.False(page.GetProperty("items")[0].TryGetProperty("external_ids", out _));
        Assert.False(album.TryGetProperty("label", out _));
        Assert.Equal(3, own.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("tracks", 50)]
    [InlineData("albums", 20)]
    [InlineData("artists", 50)]
    [InlineData("audio-features", 100)]
    public async Task Batch_Extended_AnswersInOrderWithNulls_UpToItsLimit(string path, int most)
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.App.Mode = SpotifyMode.Extended;
        var track = bench.World.AddCatalogue(1)[0];
        var id = path switch { "albums" => track.Album.Id, "artists" => track.Album.Artist.Id, _ => track.Id };

        var body = await bench.GetAsync($"/{path}?ids={Unknown},{id}");
        var atMost = await bench.CallAsync($"/{path}?ids={string.Join(',', Enumerable.Repeat(id, most))}");
        var above = await bench.CallAsync($"/{path}?ids={string.Join(',', Enumerable.Repeat(id, most + 1))}");

        var items = body.GetProperty(path.Replace('-', '_'));
        Assert.Equal(JsonValueKind.Null, items[0].ValueKind);
        Assert.Equal(id, items[1].GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.OK, atMost.Status);
        Assert.Equal(HttpStatusCode.BadRequest, above.Status);
    }

    [Fact]
    public async Task Search_ByIsrcOrNames_FindsTheTrack()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var artist = bench.World.AddArtist("Nordlys Kollektiv");
        var track = bench.World.AddTrack("Glass Harbour", bench.World.AddAlbum("Tidvatten", artist));
        bench.World.AddTrack("Glass Houses", bench.World.AddAlbum("Other", bench.World.AddArtist("Somebody")));

        foreach (var q in new[] { $"isrc:{track.Isrc}", "track:Glass Harbour artist:Nordlys Kollektiv", "track:\"glass\" artist:\"nordlys\"", "harbour" })
        {
            var found = await bench.GetAsync($"/search?q={Uri.EscapeDataString(q)}&type=track&limit=10");
            Assert.Equal([track.Id], found.GetProperty("tracks").GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        }
    }

    [Fact]
    public async Task Search_AboveTen_FailsInDevelopmentModeOnly()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.World.AddCatalogue(30);

        var eleven = await bench.CallAsync("/search?q=Track&type=track&limit=11");
        var unsaid = await bench.GetAsync("/search?q=Track&type=track");
        bench.App.Mode = SpotifyMode.Extended;
        var extended = await bench.GetAsync("/search?q=Track&type=track&limit=25");

        Assert.Equal((HttpStatusCode.BadRequest, """{"error":{"status":400,"message":"Invalid limit"}}"""), (eleven.Status, eleven.Body));
        Assert.Equal(5, unsaid.GetProperty("tracks").GetProperty("items").GetArrayLength());
        Assert.Equal(25, extended.GetProperty("tracks").GetProperty("items").GetArrayLength());
        Assert.Empty(bench.Spotify.Violations);
    }

    [Fact]
    public async Task HostileNames_TravelUnchanged()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var tracks = bench.World.AddHostileTracks();

        foreach (var track in tracks)
        {
            var shown = await bench.GetAsync($"/tracks/{track.Id}");
            Assert.Equal(track.Name, shown.GetProperty("name").GetString());
            Assert.Equal(track.Name, shown.GetProperty("artists")[0].GetProperty("name").GetString());
        }
    }
}
