using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.MusicBrainz;
using SpotifyDashboard.Providers.ReccoBeats;
using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.Providers;

/// <summary>Registers the clients of the services outside, with their settings and pipelines.</summary>
internal static class ProvidersRegistration
{
    /// <summary>ReccoBeats asks for patience without a number; MusicBrainz for one call a second.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

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
        return services.AddSpotify().AddReccoBeats().AddMusicBrainz();
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
            var connection = new SpotifyCaller(new ServiceCaller(new SpotifyJudge(ground.Time), ground), provider.GetRequiredService<IAccessTokens>);
            var requests = new SpotifyRequests(provider.GetRequiredService<IOptions<SpotifyOptions>>().Value.ApiUrl);
            var catalogue = new SpotifyCatalogue(connection, requests, provider.GetRequiredService<ISpotifyCapabilities>(), provider.GetRequiredService<IAnswerCache>());
            return new SpotifyClient(connection, requests, catalogue);
        });
        return services;
    }

    private static IServiceCollection AddReccoBeats(this IServiceCollection services)
    {
        services.AddOptions<ReccoBeatsOptions>().BindConfiguration(ReccoBeatsOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReccoBeatsOptions>>(new AddressCheck<ReccoBeatsOptions>("ReccoBeats:Url", static options => options.Url));
        services.AddSingleton(static provider =>
        {
            var ground = provider.GetRequiredService<ServiceGround>();
            var judge = new AnswerJudge(ReccoBeatsClient.Service, "ReccoBeats", ground.Time);
            return new ReccoBeatsClient(
                new ServiceCaller(judge, ground, new CallSpacing(s_pause, ground.Time)),
                provider.GetRequiredService<IAnswerCache>(),
                provider.GetRequiredService<IOptions<ReccoBeatsOptions>>());
        });
        return services;
    }

    private static IServiceCollection AddMusicBrainz(this IServiceCollection services)
    {
        services.AddOptions<MusicBrainzOptions>().BindConfiguration(MusicBrainzOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MusicBrainzOptions>>(new AddressCheck<MusicBrainzOptions>("MusicBrainz:Url", static options => options.Url));
        services.AddSingleton(static provider =>
        {
            var ground = provider.GetRequiredService<ServiceGround>();
            return new MusicBrainzClient(
                new ServiceCaller(new MusicBrainzJudge(ground.Time), ground, new CallSpacing(s_pause, ground.Time)),
                provider.GetRequiredService<IAnswerCache>(),
                provider.GetRequiredService<IOptions<MusicBrainzOptions>>());
        });
        return services;
    }
}
