using Microsoft.Extensions.Configuration;
using SpotifyDashboard.Operations;

namespace SpotifyDashboard.Tests.Operations;

public sealed class HealthCommandTests
{
    [Theory]
    [InlineData("PORT", "8080", "http://127.0.0.1:8080/")]
    [InlineData("ASPNETCORE_URLS", "https://+:8443;http://+:8081", "http://127.0.0.1:8081/")]
    [InlineData("http_ports", "8082;8083", "http://127.0.0.1:8082/")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://[::]:8084", "http://127.0.0.1:8084/")]
    [InlineData("nothing", "", "http://127.0.0.1:5080/")]
    public void Address_IsWhereTheProgramListens(string name, string value, string expected)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(name, value)]).Build();

        Assert.Equal(expected, HealthCommand.AddressOf(settings).AbsoluteUri);
    }

    [Fact]
    public void Address_WithHttpsAlone_IsASentence()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("ASPNETCORE_URLS", "https://+:8443")]).Build();

        Assert.Throws<InvalidOperationException>(() => HealthCommand.AddressOf(settings));
    }

    [Fact]
    public async Task Run_AnotherCommandOrNone_IsNotItsOwn()
    {
        Assert.Null(await HealthCommand.RunAsync([], TextWriter.Null, TextWriter.Null));
        Assert.Null(await HealthCommand.RunAsync(["import", "health"], TextWriter.Null, TextWriter.Null));
    }

    [Fact]
    public async Task Run_WithMore_IsWrongUse() => Assert.Equal(2, await HealthCommand.RunAsync(["health", "now"], TextWriter.Null, TextWriter.Null));
}
