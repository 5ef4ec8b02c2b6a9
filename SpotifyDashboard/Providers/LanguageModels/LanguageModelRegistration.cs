using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Registers the language model.</summary>
internal static class LanguageModelRegistration
{
    /// <summary>Adds the client and its settings.</summary>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services)
    {
        services.AddOptions<LanguageModelOptions>()
            .BindConfiguration(LanguageModelOptions.SectionName)
            .Validate(static options => options.HasUsableEndpoint, "Narrative:Endpoint must be an address like https://example.org/path (http or https, no query).")
            .Validate(static options => options.Model.Trim().Length > 0, "Narrative:Model must name a model.")
            .Validate(static options => options.HasSendableKey, "Narrative:ApiKey must be a key without blanks or line breaks.")
            .Validate(static options => options.HasKnownEffort, "Narrative:ReasoningEffort must be minimal, low, medium, high or empty.")
            .Validate(static options => options.CallsPerDay is >= 0 and <= 10_000, "Narrative:CallsPerDay must be from 0 to 10000.")
            .ValidateOnStart();
        services.AddSingleton(static provider => new LanguageModelClient(provider.GetRequiredService<ServiceGround>(), provider.GetRequiredService<IOptions<LanguageModelOptions>>()));
        return services;
    }
}
