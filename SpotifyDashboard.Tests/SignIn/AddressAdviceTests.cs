using SpotifyDashboard.SignIn.Connect;
using SpotifyDashboard.SignIn.Login;

namespace SpotifyDashboard.Tests.SignIn;

public sealed class AddressAdviceTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080/", "http://127.0.0.1:5080/callback")]
    [InlineData("http://[::1]:5080/", "http://[::1]:5080/callback")]
    [InlineData("https://music.example/", "https://music.example/callback")]
    [InlineData("https://music.example/", "https://music.example:443/dashboard/callback")]
    public void Of_BrowserWhereSpotifySendsIt_SaysNothing(string browser, string redirect)
    {
        Assert.Null(AddressAdvice.Of(new Uri(browser), RedirectAddress.Of(redirect)));
    }

    [Fact]
    public void Of_LocalhostInsteadOfTheAddress_SaysWhatToOpen()
    {
        var advice = AddressAdvice.Of(new Uri("http://localhost:5080/"), RedirectAddress.Of("http://127.0.0.1:5080/callback"));

        Assert.Equal("http://127.0.0.1:5080/connect", advice?.OpenInstead);
        Assert.Contains("cookies do not cross", advice?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnotherPort_NamesBothPortsAndTheSetting()
    {
        var advice = AddressAdvice.Of(new Uri("http://127.0.0.1:8080/"), RedirectAddress.Of("http://127.0.0.1:5080/callback"));

        Assert.Null(advice?.OpenInstead);
        Assert.Contains("8080", advice?.Text, StringComparison.Ordinal);
        Assert.Contains("5080", advice?.Text, StringComparison.Ordinal);
        Assert.Contains("Spotify:RedirectUri", advice?.Text, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:8080/callback", advice?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/", "https://music.example/callback", "https://music.example/connect")]
    [InlineData("https://music.example/", "http://127.0.0.1:5080/callback", "http://127.0.0.1:5080/connect")]
    public void Of_AnotherMachine_OffersThePastedAddress(string browser, string redirect, string instead)
    {
        var advice = AddressAdvice.Of(new Uri(browser), RedirectAddress.Of(redirect));

        Assert.Equal(instead, advice?.OpenInstead);
        Assert.Contains("paste the address", advice?.Text, StringComparison.Ordinal);
    }
}
