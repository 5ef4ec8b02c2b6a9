using Microsoft.Extensions.Configuration;
using SpotifyDashboard.Operations;

namespace SpotifyDashboard.Tests.Operations;

public sealed class SettingAliasesTests
{
    [Fact]
    public void Find_KeyInFileOnly_LetsTheAliasStandForIt()
    {
        var configuration = Configuration("""{ "Spotify": { "ClientId": "" }, "Cache": { "TtlHours": 24 } }""", ("SPOTIFY_CLIENT_ID", "abc"), ("CACHE_TTL_HOURS", "2"));

        Assert.Equal([new("Spotify:ClientId", "abc"), new("Cache:TtlHours", "2")], SettingAliases.Find(configuration));
    }

    [Fact]
    public void Find_KeyToldItself_WinsOverTheAlias()
    {
        var configuration = Configuration("{}", ("SPOTIFY_CLIENT_ID", "abc"), ("Spotify:ClientId", "own"));

        Assert.Empty(SettingAliases.Find(configuration));
    }

    [Fact]
    public void Find_EmptyVariables_CountAsNotTold()
    {
        var configuration = Configuration("""{ "Http": { "MaxConcurrentRequests": 10 } }""", ("SPOTIFY_CLIENT_SECRET", ""), ("Http:MaxConcurrentRequests", ""), ("MAX_CONCURRENT_REQUESTS", "4"));

        Assert.Equal([new("Http:MaxConcurrentRequests", "4")], SettingAliases.Find(configuration));
    }

    [Theory]
    [InlineData("LOG_LEVEL", "WARN", "Warning")]
    [InlineData("LOG_LEVEL", "debug", "Debug")]
    [InlineData("DEBUG", "1", "Debug")]
    [InlineData("DEBUG", "*", null)]
    public void Find_LevelOfTheLog_IsReadAsOthersWriteIt(string name, string value, string? expected)
    {
        var found = SettingAliases.Find(Configuration("""{ "Logging": { "LogLevel": { "Default": "Information" } } }""", (name, value)));

        Assert.Equal(expected, found.SingleOrDefault(setting => setting.Key == "Logging:LogLevel:Default").Value);
    }

    [Fact]
    public void Find_LevelThatIsNone_IsASentence()
    {
        var told = Assert.Throws<InvalidOperationException>(() => SettingAliases.Find(Configuration("{}", ("LOG_LEVEL", "loud"))));

        Assert.Contains("LOG_LEVEL", told.Message, StringComparison.Ordinal);
    }

    private static IConfigurationRoot Configuration(string file, params (string Key, string Value)[] told)
    {
        var folder = Directory.CreateTempSubdirectory("aliases-");
        var path = Path.Combine(folder.FullName, "appsettings.json");
        File.WriteAllText(path, file);
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(path)
            .AddInMemoryCollection(told.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)))
            .Build();
        folder.Delete(recursive: true);
        return configuration;
    }
}
