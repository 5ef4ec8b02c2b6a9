using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Lyrics;

/// <summary>Registers those who know the words of songs.</summary>
internal static class LyricsProvidersRegistration
{
    /// <summary>Neither says how much it bears; one call a second troubles nobody.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Adds LRCLIB, and Genius for links.</summary>
    public static IServiceCollection AddLyricsProviders(this IServiceCollection services)
    {
        services.AddOptions<LrcLibOptions>().BindConfiguration(LrcLibOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LrcLibOptions>>(new AddressCheck<LrcLibOptions>("LrcLib:Url", static options => options.Url));
        services.AddOptions<GeniusOptions>()
            .BindConfiguration(GeniusOptions.SectionName)
            .Validate(static options => options.AccessToken.All(static c => c is > ' ' and < '\u007f'), "Genius:AccessToken must be the client access token alone, without blanks.")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<GeniusOptions>>(new AddressCheck<GeniusOptions>("Genius:Url", static options => options.Url));
        services.AddSingleton(static provider =>
        {
            var ground = provider.GetRequiredService<ServiceGround>();
            return new LrcLibClient(
                new ServiceCaller(new LrcLibJudge(ground.Time), ground, new CallSpacing(s_pause, ground.Time), LrcLibClient.Patience),
                provider.GetRequiredService<IOptions<LrcLibOptions>>());
        });
        services.AddSingleton(static provider =>
        {
            var ground = provider.GetRequiredService<ServiceGround>();
            return new GeniusClient(
                new ServiceCaller(new AnswerJudge(GeniusClient.Service, "Genius", ground.Time), ground, new CallSpacing(s_pause, ground.Time)),
                provider.GetRequiredService<IOptions<GeniusOptions>>());
        });
        return services;
    }
}
