using System.Net;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Fakes;

public sealed class FakeReccoBeatsTests
{
    private readonly SpotifyWorld _world = new();
    private readonly DrivenTime _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Features_OfSeveralIds_ComeShuffledWithoutTheUnknown()
    {
        await using var reccoBeats = await FakeReccoBeats.StartAsync(_world, _time, Cancellation);
        var tracks = _world.AddCatalogue(40);
        tracks[3].IsUnknownToReccoBeats = true;
        tracks[4].Features = null;
        tracks[5].Features = new WorldFeatures { Energy = 0.5, Key = -1 };
        var ids = string.Join(',', tracks.Select(track => track.Id));

        var (status, sounds) = await AskAsync(reccoBeats, $"/audio-features?ids={ids}");
        var (_, records) = await AskAsync(reccoBeats, $"/track?ids={ids}");

        Assert.Equal(HttpStatusCode.OK, status);
        var shown = Hrefs(sounds).ToList();
        var expected = tracks.Where((_, index) => index is not 3 and not 4).Select(Href).ToList();
        Assert.Equal(expected.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.NotEqual(expected, shown);
        Assert.Equal(39, Hrefs(records).Count());
        var sparse = sounds.GetProperty("content").EnumerateArray().Single(item => item.GetProperty("href").GetString() == Href(tracks[5]));
        Assert.Equal(JsonValueKind.Null, sparse.GetProperty("tempo").ValueKind);
        Assert.Equal(-1, sparse.GetProperty("key").GetInt32());
        Assert.False(sparse.TryGetProperty("time_signature", out _));
        Assert.Empty(reccoBeats.Violations);
    }

    [Fact]
    public async Task Ids_MayBeRepeatedSpotifysIsrcsOrOwn()
    {
        await using var reccoBeats = await FakeReccoBeats.StartAsync(_world, _time, Cancellation);
        var tracks = _world.AddCatalogue(3);

        var (_, body) = await AskAsync(reccoBeats, $"/track?ids={tracks[0].Id}&ids={tracks[1].Isrc}&ids={FakeReccoBeats.IdOf(tracks[2])}");

        Assert.Equal(tracks.Select(Href).Order(StringComparer.Ordinal), Hrefs(body).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OneIsrc_MayBringSeveralRecords()
    {
        await using var reccoBeats = await FakeReccoBeats.StartAsync(_world, _time, Cancellation);
        var first = _world.AddCatalogue(1)[0];
        var again = _world.AddTrack("Track 0", _world.AddAlbum("Best of", first.Album.Artist), isrc: first.Isrc);

        var (_, byIsrc) = await AskAsync(reccoBeats, $"/track?ids={first.Isrc}");
        var (_, byId) = await AskAsync(reccoBeats, $"/track?ids={first.Id}");
        reccoBeats.AddsSiblings = true;
        var (_, withSiblings) = await AskAsync(reccoBeats, $"/track?ids={first.Id}");

        Assert.Equal(2, Hrefs(byIsrc).Count());
        Assert.Equal([Href(first)], Hrefs(byId));
        Assert.Contains(Href(again), Hrefs(withSiblings));
    }

    [Fact]
    public async Task Ids_AboveForty_AreRefusedWithTheOwnCode()
    {
        await using var reccoBeats = await FakeReccoBeats.StartAsync(_world, _time, Cancellation);

        var (status, body) = await AskAsync(reccoBeats, $"/track?ids={string.Join(',', _world.AddCatalogue(41).Select(track => track.Id))}");
        var (missing, without) = await AskAsync(reccoBeats, "/track");

        Assert.Equal((HttpStatusCode.BadRequest, 4004), (status, body.GetProperty("error").GetInt32()));
        Assert.Equal((HttpStatusCode.BadRequest, 4001), (missing, without.GetProperty("error").GetInt32()));
        Assert.Single(reccoBeats.Violations);
    }

    [Fact]
    public async Task Path_TakesTheOwnIdOnly()
    {
        await using var reccoBeats = await FakeReccoBeats.StartAsync(_world, _time, Cancellation);
        var track = _world.AddCatalogue(1)[0];

        var (own, body) = await AskAsync(reccoBeats, $"/track/{FakeReccoBeats.IdOf(track)}/audio-features");
        var (spotifys, error) = await AskAsync(reccoBeats, $"/track/{track.Id}/audio-features");

        Assert.Equal((HttpStatusCode.OK, track.Isrc), (own, body.GetProperty("isrc").GetString()));
        Assert.Equal((HttpStatusCode.NotFound, 4041), (spotifys, error.GetProperty("error").GetInt32()));
    }

    [Fact]
    public async Task Calls_TooClose_AreTold429()
    {
        await using var reccoBeats = await FakeReccoBeats.StartAsync(_world, _time, Cancellation);
        reccoBeats.Spacing = TimeSpan.FromSeconds(2);
        var path = $"/track?ids={_world.AddCatalogue(1)[0].Id}";

        var (first, _) = await AskAsync(reccoBeats, path);
        var (second, body) = await AskAsync(reccoBeats, path);
        _time.Advance(TimeSpan.FromSeconds(2));
        var (third, _) = await AskAsync(reccoBeats, path);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (first, second, third));
        Assert.Equal(4291, body.GetProperty("error").GetInt32());
    }

    [Theory]
    [InlineData("/track?ids=a&size=1", "application/json", "dashboard/1.0")]
    [InlineData("/artist?id=a", "application/json", "dashboard/1.0")]
    [InlineData("/track?ids=a", "text/html", "dashboard/1.0")]
    [InlineData("/track?ids=a", "application/json", null)]
    public async Task Call_NotListed_IsRefused(string path, string accept, string? agent)
    {
        await using var reccoBeats = await FakeReccoBeats.StartAsync(_world, _time, Cancellation);

        using var response = await SendAsync(reccoBeats, path, accept, agent);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Single(reccoBeats.Violations);
    }

    private static string Href(WorldTrack track) => $"https://open.spotify.com/track/{track.Id}";

    private static IEnumerable<string> Hrefs(JsonElement body) =>
        body.GetProperty("content").EnumerateArray().Select(item => item.GetProperty("href").GetString() ?? "");

    private static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(FakeReccoBeats reccoBeats, string path)
    {
        using var response = await SendAsync(reccoBeats, path, "application/json", "dashboard/1.0");
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement);
    }

    private static async Task<HttpResponseMessage> SendAsync(FakeReccoBeats reccoBeats, string path, string accept, string? agent)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Accept", accept);
        if (agent is not null)
        {
            http.DefaultRequestHeaders.Add("User-Agent", agent);
        }

        return await http.GetAsync(new Uri(reccoBeats.Url + path), Cancellation);
    }
}
