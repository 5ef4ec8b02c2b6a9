using SpotifyDashboard.SignIn.Login;

namespace SpotifyDashboard.Tests.SignIn;

public sealed class PastedAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080/callback?code=AQ-_b&state=xyz")]
    [InlineData("  \"http://127.0.0.1:5080/callback?state=xyz&code=AQ-_b\"\n")]
    [InlineData("?code=AQ-_b&state=xyz")]
    [InlineData("code=AQ-_b&state=xyz#_=_")]
    [InlineData("https://music.example/x?utm=1&code=AQ%2D_b&state=xyz&")]
    public void Read_WholeAddressOrItsQuery_FindsCodeAndState(string text)
    {
        Assert.Equal(("AQ-_b", "xyz", null), Values(text));
    }

    [Fact]
    public void Read_ARefusal_FindsIt()
    {
        Assert.Equal((null, "xyz", "access_denied"), Values("http://127.0.0.1:5080/callback?error=access_denied&state=xyz"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://127.0.0.1:5080/callback")]
    [InlineData("code=&state=")]
    [InlineData("code=a&code=b&state=x&state=y")] // who would decide which?
    [InlineData("%%%&&&===")]
    public void Read_NoneOfThem_FindsNothing(string text)
    {
        Assert.Equal((null, null, null), Values(text));
    }

    private static (string? Code, string? State, string? Error) Values(string text)
    {
        var address = PastedAddress.Read(text);
        return (address.Code, address.State, address.Error);
    }
}
