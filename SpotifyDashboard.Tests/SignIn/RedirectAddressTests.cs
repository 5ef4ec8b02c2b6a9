using SpotifyDashboard.SignIn.Login;

namespace SpotifyDashboard.Tests.SignIn;

public sealed class RedirectAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080/callback", true, "/callback", "http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1/callback", true, "/callback", "http://127.0.0.1")]
    [InlineData("http://[::1]:5080/callback", true, "/callback", "http://[::1]:5080")]
    [InlineData("https://music.example/spotify/callback", false, "/spotify/callback", "https://music.example")]
    [InlineData("https://192.168.1.7:8443/callback", false, "/callback", "https://192.168.1.7:8443")]
    public void Of_AddressThatSpotifyTakes_IsTakenApart(string text, bool isLoopback, string path, string origin)
    {
        var address = RedirectAddress.Of(text);

        Assert.Equal((text, null, null, isLoopback, path, origin), (address.Text, address.Refused, address.Warning, address.IsLoopback, address.Path, address.Origin));
    }

    [Theory]
    [InlineData("http://localhost:5080/callback", "localhost")]
    [InlineData("https://localhost/callback", "localhost")]
    [InlineData("http://LOCALHOST.:5080/callback", "localhost")]
    [InlineData("http://app.localhost:5080/callback", "localhost")]
    [InlineData("http://192.168.1.7:5080/callback", "plain http")]
    [InlineData("http://my-nas.lan/callback", "my-nas.lan")]
    [InlineData("http://music.example/callback", "plain http")]
    [InlineData("http://127.0.0.2:5080/callback", "plain http")]
    [InlineData("http://2130706433/callback", "plain http")] // 127.0.0.1 to a browser, not to Spotify
    [InlineData("http://127.0.0.1.nip.example/callback", "plain http")]
    [InlineData("http://user@127.0.0.1/callback", "plain http")]
    [InlineData("https://user:secret@music.example/callback", "user name")]
    [InlineData("http://127.0.0.1:5080", "path")]
    [InlineData("http://127.0.0.1:5080/", "path")]
    [InlineData("http://127.0.0.1:5080/callback#top", "fragment")]
    [InlineData("ftp://music.example/callback", "https://")]
    [InlineData("spotify-dashboard://callback/x", "https://")]
    [InlineData("/callback", "address")]
    [InlineData("127.0.0.1:5080/callback", "address")]
    [InlineData("http://127.0.0.1:5080/call back", "address")]
    [InlineData("", "address")]
    public void Of_AddressThatSpotifyRefuses_IsRefusedWithTheReason(string text, string reason)
    {
        Assert.Contains(reason, RedirectAddress.Of(text).Refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/my-callback", true)]
    [InlineData("https://music.example/my-callback", false)]
    public void Of_HyphenInTheLoopbackPath_IsWarnedOf(string text, bool isWarned)
    {
        var address = RedirectAddress.Of(text);

        Assert.Equal((null, isWarned), (address.Refused, address.Warning is not null));
    }
}
