using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers.Lyrics;

public sealed class GeniusClientTests
{
    private static readonly GeniusSong s_song = new("Glass Harbour", "Nordlys Kollektiv");

    [Fact]
    public async Task FindPage_KnownSong_GivesItsLink()
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.Genius.Add(s_song with { Title = "Glass Harbour (Reprise)", Url = "https://genius.com/reprise" });
        bench.Genius.Add(s_song);

        Assert.Equal(new Uri(s_song.Url), await bench.PageAsync("Glass Harbour - Remastered 2011"));

        Assert.Equal("/search", Assert.Single(bench.Genius.Log.All).Path);
        Assert.Empty(bench.Genius.Violations);
    }

    public static TheoryData<string, string, string, string> OtherSongs => new()
    {
        { "Glass Harbour", "Somebody else", s_song.Url, "complete" },
        { "Harbour", "Nordlys Kollektiv", s_song.Url, "complete" },
        { "Glass Harbour", "Nordlys Kollektiv", s_song.Url, "unreleased" },
        { "Glass Harbour (Traducción al Español)", "Genius Traducciones al Español", s_song.Url, "complete" },
        { "Glass Harbour", "Nordlys Kollektiv", "https://genius.com.example.org/x", "complete" },
        { "Glass Harbour", "Nordlys Kollektiv", "javascript:alert(1)", "complete" },
        { "Glass Harbour", "Nordlys Kollektiv", "http://genius.com/x", "complete" },
    };

    [Theory]
    [MemberData(nameof(OtherSongs))]
    public async Task FindPage_NothingThatIsSurelyTheSong_IsNull(string title, string artist, string url, string state)
    {
        await using var bench = await LyricsProviders.StartAsync();
        bench.Genius.Add(new GeniusSong(title, artist, url, state));

        Assert.Null(await bench.PageAsync("Glass Harbour"));
    }

    [Fact]
    public async Task FindPage_WrongToken_NamesTheSettingsFaultAndHidesTheToken()
    {
        await using var bench = await LyricsProviders.StartAsync(token: "a-token-that-is-not-right");

        var failed = await Assert.ThrowsAsync<ProviderException>(() => bench.PageAsync("Glass Harbour"));

        Assert.Equal(Failure.Misconfigured, failed.Failure);
        Assert.DoesNotContain(bench.Log.Lines, line => line.Text.Contains("a-token-that-is-not-right", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FindPage_WithoutAToken_IsNeverAsked()
    {
        await using var bench = await LyricsProviders.StartAsync(token: "");

        Assert.False(bench.GeniusClient.IsSetUp);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.PageAsync("Glass Harbour"));
        Assert.Empty(bench.Genius.Log.All);
    }
}
