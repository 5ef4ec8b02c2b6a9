using Microsoft.Extensions.Configuration;
using SpotifyDashboard.Operations;

namespace SpotifyDashboard.Tests.Operations;

public sealed class ListeningAddressTests
{
    [Theory]
    [InlineData("", "http://127.0.0.1:5080")]
    [InlineData("PORT=8080", "http://0.0.0.0:8080")]
    [InlineData("PORT=8080;urls=http://localhost:1", "http://localhost:1")]
    [InlineData("PORT=8080;urls=http://localhost:1;ASPNETCORE_URLS=http://localhost:2", "http://localhost:2")]
    [InlineData("http_ports=8080", null)] // an image's base tells ASP.NET Core itself
    [InlineData("Kestrel:Endpoints:Http:Url=http://localhost:3", null)]
    public void Find_FirstThatIsSet_IsTaken(string settings, string? expected)
    {
        Assert.Equal(expected, ListeningAddress.Find(Of(settings)));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("70000")]
    public void Find_PortIsNone_SaysSo(string port)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => ListeningAddress.Find(Of($"PORT={port}")));

        Assert.StartsWith("PORT must be", exception.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Of(string settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
        .Build();
}
