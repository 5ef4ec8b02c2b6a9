using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.GoogleSheets;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.LanguageModels;
using SpotifyDashboard.Providers.Lyrics;
using SpotifyDashboard.Providers.Mail;
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
        return services.AddSpotify().AddReccoBeats().AddMusicBrainz().AddGoogleSheets().AddLanguageModel().AddMail().AddLyricsProviders();
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

    private static IServiceCollection AddGoogleSheets(this IServiceCollection services)
    {
        services.AddOptions<SheetOptions>()
            .BindConfiguration(SheetOptions.SectionName)
            .Validate(static options => ServiceAddress.IsUsable(options.SheetsUrl), "Survey:SheetsUrl must be an address like https://example.org/path (http or https, no query).")
            .Validate(static options => !options.HasCsv || SheetOptions.IsWebAddress(options.CsvUrl), "Survey:CsvUrl must be an address that begins with http:// or https://.")
            .Validate(static options => options.SheetId.Length == 0 || options.ServiceAccountPath.Length > 0, "Survey:SheetId needs Survey:ServiceAccountPath, the key file of a service account that may read the sheet.")
            .Validate(static options => options.SheetId.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'), "Survey:SheetId must be the id in the sheet's address, not the whole address.")
            .Validate(static options => options.ServiceAccountPath.Length == 0 || File.Exists(options.ServiceAccountPath), "Survey:ServiceAccountPath must name the key file of a service account; there is no such file.")
            .ValidateOnStart();
        services.AddSingleton<ServiceAccountTokens>();
        services.AddSingleton(static provider =>
        {
            var ground = provider.GetRequiredService<ServiceGround>();
            return new GoogleSheetsClient(
                new ServiceCaller(new SheetsJudge(ground.Time), ground, new CallSpacing(s_pause, ground.Time)),
                provider.GetRequiredService<ServiceAccountTokens>(),
                provider.GetRequiredService<IOptions<SheetOptions>>());
        });
        services.AddSingleton(static provider =>
        {
            var ground = provider.GetRequiredService<ServiceGround>();
            return new PublishedCsvClient(ground.Transport, ground.States, provider.GetRequiredService<IOptions<SheetOptions>>(), ground.Time);
        });
        return services;
    }
}
