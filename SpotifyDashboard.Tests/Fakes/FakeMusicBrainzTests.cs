using System.Net;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Fakes;

public sealed class FakeMusicBrainzTests
{
    private const string Agent = "dashboard/1.0 (admin@example.org)";

    private readonly SpotifyWorld _world = new();
    private readonly DrivenTime _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Address_LeadsToTheArtist_AndTheArtistToGenres()
    {
        await using var musicBrainz = await FakeMusicBrainz.StartAsync(_world, _time, Cancellation);
        var artist = _world.AddArtist("Nordlys Kollektiv");
        _world.TellMusicBrainz(artist, ("dream pop", 4), ("indie pop", 1));

        var (_, address) = await AskAsync(musicBrainz, AddressOf(artist.Id));
        var mbid = address.GetProperty("relations")[0].GetProperty("artist").GetProperty("id").GetString();
        _time.Advance(TimeSpan.FromSeconds(1));
        var (status, body) = await AskAsync(musicBrainz, $"/artist/{mbid}?inc=genres+tags+url-rels&fmt=json");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(artist.MusicBrainzId?.ToString(), mbid);
        Assert.Equal(
            [("dream pop", 4), ("indie pop", 1)],
            body.GetProperty("genres").EnumerateArray().Select(genre => (genre.GetProperty("name").GetString() ?? "", genre.GetProperty("count").GetInt32())));
        Assert.Equal(3, body.GetProperty("tags").GetArrayLength());
        Assert.Equal(
            $"https://open.spotify.com/artist/{artist.Id}", body.GetProperty("relations")[0].GetProperty("url").GetProperty("resource").GetString());
        Assert.Empty(musicBrainz.Violations);
    }

    [Fact]
    public async Task Address_Unknown_Is404()
    {
        await using var musicBrainz = await FakeMusicBrainz.StartAsync(_world, _time, Cancellation);

        var (status, _) = await AskAsync(musicBrainz, AddressOf(_world.AddArtist("Nobody").Id));

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Calls_WithinASecond_AreTold503()
    {
        await using var musicBrainz = await FakeMusicBrainz.StartAsync(_world, _time, Cancellation);
        var artist = _world.AddArtist("Nordlys Kollektiv");
        _world.TellMusicBrainz(artist);

        var (first, _) = await AskAsync(musicBrainz, AddressOf(artist.Id));
        _time.Advance(TimeSpan.FromMilliseconds(999));
        var (tooSoon, _) = await AskAsync(musicBrainz, AddressOf(artist.Id));
        _time.Advance(TimeSpan.FromSeconds(1));
        var (later, _) = await AskAsync(musicBrainz, AddressOf(artist.Id));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (first, tooSoon, later));
    }

    [Theory]
    [InlineData("/url?resource=https://open.spotify.com/artist/0aFakeTrack00000000001&inc=artist-rels&fmt=json", "dashboard")]
    [InlineData("/url?resource=https://open.spotify.com/artist/0aFakeTrack00000000001&inc=artist-rels&fmt=json", "dashboard/1.0")]
    [InlineData("/url?resource=https://open.spotify.com/artist/0aFakeTrack00000000001&inc=artist-rels", Agent)]
    [InlineData("/url?resource=https://open.spotify.com/artist/0aFakeTrack00000000001&inc=recordings&fmt=json", Agent)]
    [InlineData("/url?resource=spotify:artist:0aFakeTrack00000000001&inc=artist-rels&fmt=json", Agent)]
    [InlineData("/artist/1?inc=genres&fmt=json", Agent)]
    [InlineData("/artist?query=artist:x&limit=5", Agent)]
    public async Task Call_NotListed_IsRefused(string path, string agent)
    {
        await using var musicBrainz = await FakeMusicBrainz.StartAsync(_world, _time, Cancellation);

        using var response = await SendAsync(musicBrainz, path, agent);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Single(musicBrainz.Violations);
    }

    private static string AddressOf(string id) => $"/url?resource=https://open.spotify.com/artist/{id}&inc=artist-rels&fmt=json";

    private static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(FakeMusicBrainz musicBrainz, string path)
    {
        using var response = await SendAsync(musicBrainz, path, Agent);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement);
    }

    private static async Task<HttpResponseMessage> SendAsync(FakeMusicBrainz musicBrainz, string path, string agent)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("User-Agent", agent);
        return await http.GetAsync(new Uri(musicBrainz.Url + path), Cancellation);
    }
}
