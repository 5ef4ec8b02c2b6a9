using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Moods;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Catalogue;

public sealed class CatalogueEndpointsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ApiHost _host = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/api/tracks/one")]
    [InlineData("/api/artists/1")]
    [InlineData("/api/albums/1")]
    [InlineData("/api/tracks/one/similar")]
    public async Task Get_NothingStored_Is404WithTheNextStep(string address)
    {
        var (status, problem) = await _host.GetAsync(address);

        Assert.Equal(404, status);
        Assert.Contains("/import", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/tracks/nobody")]
    [InlineData("/api/artists/99")]
    [InlineData("/api/albums/99")]
    [InlineData("/api/tracks/nobody/similar")]
    public async Task Get_UnknownId_Is404InWords(string address)
    {
        await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"));

        var (status, problem) = await _host.GetAsync(address);

        Assert.Equal(404, status);
        Assert.StartsWith("There is no such", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/tracks/one?until=1", "until")]
    [InlineData("/api/artists/1?from=x", "from")]
    [InlineData("/api/albums/1?count=some", "count")]
    [InlineData("/api/tracks/one/similar?limit=0", "limit")]
    public async Task Get_UnknownOrUnusableParameter_Is400AndNamed(string address, string parameter)
    {
        var (status, problem) = await _host.GetAsync(address);

        Assert.Equal((400, parameter), (status, problem.GetProperty("parameter").GetString()));
    }

    [Fact]
    public async Task Track_KnownByNameOnly_IsCountedByTheRuleAsked()
    {
        await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"), ("2026-03-02T10:00:00Z", 29_000, "=Two"), ("2026-03-03T10:00:00Z", 31_000, "=Two"));

        var (_, counted) = await _host.GetAsync("/api/tracks/name%3A2?from=2026-03-02");
        var (_, all) = await _host.GetAsync("/api/tracks/name:2?count=all");

        Assert.Equal("track|name:2|=Two|Beyoncé, \"B\"|", $"{counted.GetProperty("kind")}|{counted.GetProperty("id")}|{counted.GetProperty("name")}|{counted.GetProperty("artist").GetProperty("name")}|{counted.GetProperty("spotifyUrl")}");
        Assert.Equal("""{"plays":1,"ms":31000,"share":1,"rank":1,"of":1,"firstPlayedAt":"2026-03-03T10:00:00.000Z","lastPlayedAt":"2026-03-03T10:00:00.000Z"}""", counted.GetProperty("period").GetRawText());
        Assert.Equal("""{"plays":1,"ms":31000,"share":0.5,"rank":2,"of":2,"firstPlayedAt":"2026-03-03T10:00:00.000Z","lastPlayedAt":"2026-03-03T10:00:00.000Z"}""", counted.GetProperty("allTime").GetRawText());
        Assert.Equal("""{"by":"day","points":[{"start":"2026-03-02","plays":0,"ms":0},{"start":"2026-03-03","plays":1,"ms":31000}]}""", counted.GetProperty("curve").GetRawText());
        Assert.Equal("""{"count":1,"began":1,"beganShare":1}""", counted.GetProperty("sessions").GetRawText());
        Assert.Equal(2, all.GetProperty("allTime").GetProperty("plays").GetInt32());
    }

    [Fact]
    public async Task Artist_WithTracks_HasThemRankedAndTheDayOfDiscovery()
    {
        await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"), ("2026-03-02T10:00:00Z", 200_000, "One"), ("2026-03-03T10:00:00Z", 31_000, "=Two"));

        var (_, artist) = await _host.GetAsync("/api/artists/1");

        Assert.Equal(["One", "=Two"], artist.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("name").GetString()));
        Assert.Equal("2026-03-01T10:00:00.000Z", artist.GetProperty("allTime").GetProperty("firstPlayedAt").GetString());
        Assert.Equal(JsonValueKind.Null, artist.GetProperty("artist").ValueKind);
    }

    [Fact]
    public async Task Similar_Tracks_ComeByTheAngleOfTheirSoundAndOncePerRecording()
    {
        await SongWriter.AddAsync(_host.Services,
        [
            Loud("asked", 0.9, 0.9), Loud("alike", 0.85, 0.88), Loud("opposite", 0.1, 0.1), Loud("across", 0.9, 0.1), new Song("silent", new Dictionary<string, double>()),
        ]);

        var (_, similar) = await _host.GetAsync("/api/tracks/asked/similar");
        var (_, one) = await _host.GetAsync("/api/tracks/asked/similar?limit=1");
        var (_, none) = await _host.GetAsync("/api/tracks/silent/similar");

        Assert.Equal(["alike", "across", "opposite"], similar.EnumerateArray().Select(track => track.GetProperty("trackId").GetString()));
        Assert.Equal(["trackId", "title", "artist", "similarity"], one[0].EnumerateObject().Select(property => property.Name));
        Assert.InRange(similar[0].GetProperty("similarity").GetDouble(), 0.9, 1);
        Assert.InRange(similar[2].GetProperty("similarity").GetDouble(), -1, -0.8);
        Assert.Equal(0, none.GetArrayLength());
    }

    [Fact]
    public async Task Similar_Artists_MeanGenresAndSoundAndKnowledgeMissingNeverWins()
    {
        await SongWriter.AddAsync(_host.Services,
        [
            Loud("a", 0.9, 0.9) with { Artist = "Asked" }, Loud("b", 0.9, 0.9) with { Artist = "Both" }, Loud("c", 0.9, 0.9) with { Artist = "Sound only" },
            new Song("d", new Dictionary<string, double>()) { Artist = "Genres only" }, Loud("e", 0.1, 0.1) with { Artist = "Opposite" }, new Song("f", new Dictionary<string, double>()) { Artist = "Nothing known" },
        ]);
        await ExecuteAsync("INSERT INTO artist_genres (artist_id, genre, provenance, stored_at) SELECT id, 'folk', 'test', 0 FROM artists WHERE name IN ('Asked', 'Both', 'Genres only')");
        await ExecuteAsync("INSERT INTO artist_genres (artist_id, genre, provenance, stored_at) SELECT id, 'jazz', 'test', 0 FROM artists WHERE name IN ('Genres only')");

        var (_, asked) = await _host.GetAsync("/api/artists/1");
        var (_, unknown) = await _host.GetAsync("/api/artists/6");

        var similar = asked.GetProperty("similar").EnumerateArray().ToDictionary(row => row.GetProperty("name").GetString() ?? "", row => Math.Round(row.GetProperty("similarity").GetDouble(), 3));
        Assert.Equal(["Both", "Sound only", "Genres only"], similar.Keys.Where(name => name != "Opposite"));
        Assert.Equal((1, 0.5, 0.25), (similar["Both"], similar["Sound only"], similar["Genres only"]));
        Assert.DoesNotContain("Nothing known", similar.Keys);
        Assert.Equal(0, unknown.GetProperty("similar").GetArrayLength());
        Assert.Equal("folk", asked.GetProperty("genres")[0].GetString());
    }

    [Fact]
    public async Task Moods_OfATrackWithFeatures_CountItsPlays()
    {
        await SongWriter.AddAsync(_host.Services, [Loud("a", 0.9, 0.9) with { Plays = [s_noon, s_noon.AddDays(1)] }, Loud("b", 0.1, 0.1) with { Plays = [s_noon.AddHours(1)] }]);

        var (_, track) = await _host.GetAsync("/api/tracks/a");

        var moods = track.GetProperty("moods");
        Assert.Equal((2, 2), (moods.GetProperty("known").GetInt32(), moods.GetProperty("plays").GetInt32()));
        Assert.Equal([2], moods.GetProperty("moods").EnumerateArray().Select(mood => mood.GetProperty("plays").GetInt32()).Where(plays => plays > 0));
    }

    [Theory]
    [InlineData("/tracks/one", HttpStatusCode.OK)]
    [InlineData("/tracks/name:2", HttpStatusCode.OK)]
    [InlineData("/artists/1", HttpStatusCode.OK)]
    [InlineData("/tracks/nobody", HttpStatusCode.NotFound)]
    [InlineData("/artists/99", HttpStatusCode.NotFound)]
    [InlineData("/albums/x", HttpStatusCode.NotFound)]
    public async Task Page_OfAnId_HasTheStatusOfWhetherItIsKnown(string address, HttpStatusCode status)
    {
        await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"), ("2026-03-03T10:00:00Z", 31_000, "=Two"));
        using var client = _host.CreateClient();

        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains("<html", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Song Loud(string id, double energy, double valence) => Song.Of(id, ("energy", energy), ("valence", valence));

    private async Task ExecuteAsync(string sql)
    {
        var listener = await _host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(TestContext.Current.CancellationToken);
        await using var write = await _host.Services.GetRequiredService<StorageWriter>().BeginAsync(listener?.Id ?? 0, TestContext.Current.CancellationToken);
        await write.ExecuteAsync(sql, TestContext.Current.CancellationToken);
        write.MarkRewritten();
        await write.CommitAsync(TestContext.Current.CancellationToken);
    }
}
