using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.Providers;

/// <summary>Registers the clients of the services outside, with their settings and pipelines.</summary>
internal static class ProvidersRegistration
{
    /// <summary>Adds all clients. Who gives tokens and calls out (<see cref="IAccessTokens"/>, <see cref="ICallBudget"/>) is registered by the features that do.</summary>
    public static IServiceCollection AddProviders(this IServiceCollection services)
    {
        services.AddOptions<HttpOptions>()
            .BindConfiguration(HttpOptions.SectionName)
            .Validate(static options => options.MaxConcurrentRequests is >= 1 and <= 1000, "Http:MaxConcurrentRequests must be from 1 to 1000.")
            .ValidateOnStart();
        services.AddSingleton<ServiceTransport>();
        services.AddSingleton<RequestGate>();
        services.AddSingleton<ServiceStates>();
        services.TryAddSingleton<IAnswerCache, UncachedAnswers>();

        // The budget is found when a call first needs it: the log-in command of a program without one makes calls that cost nothing.
        services.AddSingleton(static provider => new ServiceGround(
            provider.GetRequiredService<ServiceTransport>(),
            provider.GetRequiredService<RequestGate>(),
            provider.GetRequiredService<ServiceStates>(),
            provider.GetRequiredService<ICallBudget>,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ServiceCaller>>()));
        return services.AddSpotify();
    }

    private static IServiceCollection AddSpotify(this IServiceCollection services)
    {
        services.AddOptions<SpotifyOptions>().BindConfiguration(SpotifyOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SpotifyOptions>, SpotifyOptionsCheck>();
        services.AddSingleton(static provider =>
        {
            var ground = provider.GetRequiredService<ServiceGround>();
            return new SpotifyAccounts(new ServiceCaller(new AccountsJudge(ground.Time), ground), provider.GetRequiredService<IOptions<SpotifyOptions>>(), ground.Time);
        });
        services.AddSingleton(static provider =>
        {
            var ground = provider.GetRequiredService<ServiceGround>();
            var connection = new SpotifyConnection(new ServiceCaller(new SpotifyJudge(ground.Time), ground), provider.GetRequiredService<IAccessTokens>);
            var requests = new SpotifyRequests(provider.GetRequiredService<IOptions<SpotifyOptions>>().Value.ApiUrl);
            var catalogue = new SpotifyCatalogue(connection, requests, provider.GetRequiredService<ISpotifyCapabilities>(), provider.GetRequiredService<IAnswerCache>());
            return new SpotifyClient(connection, requests, catalogue);
        });
        return services;
    }
}
