using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.LanguageModels;

namespace SpotifyDashboard.Tests.Providers.LanguageModels;

public sealed class LanguageModelOptionsTests
{
    [Theory]
    [InlineData("Endpoint", "not an address")]
    [InlineData("Endpoint", "https://example.org/v1?key=secret")]
    [InlineData("Model", " ")]
    [InlineData("ApiKey", "two words")]
    [InlineData("ReasoningEffort", "extreme")]
    [InlineData("CallsPerDay", "-1")]
    public void Options_ImpossibleValue_NamesTheKey(string key, string value)
    {
        var failed = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.StartsWith($"Narrative:{key} ", Assert.Single(failed.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_NothingSet_AskNobody()
    {
        var options = Read();

        Assert.Equal(("https://generativelanguage.googleapis.com/v1beta/openai", "gemini-3.5-flash-lite", 20, false), (options.Endpoint, options.Model, options.CallsPerDay, options.HasKey));
    }

    private static LanguageModelOptions Read(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Narrative:{setting.Key}", (string?)setting.Value))).Build());
        services.AddLanguageModel();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
    }
}
