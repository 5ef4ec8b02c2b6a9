using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.GoogleSheets;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;
using SpotifyDashboard.Storage.News;
using SpotifyDashboard.Survey.Songs;
using SpotifyDashboard.Survey.Sound;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Survey;

/// <summary>Registers the survey.</summary>
internal static class SurveyRegistration
{
    /// <summary>Adds where respondents come from and what is made of them.</summary>
    public static IServiceCollection AddSurvey(this IServiceCollection services)
    {
        services.AddSingleton<SurveyChanged>();
        services.AddListenerNews<SurveyChanged>("survey");
        services.AddSingleton<ListenerSound>();
        services.AddSingleton<SurveyService>();
        return services.AddSurveySources().AddSurveySongs();
    }

    private static IServiceCollection AddSurveySources(this IServiceCollection services)
    {
        services.AddOptions<SurveyOptions>()
            .BindConfiguration(SurveyOptions.SectionName)
            .Validate(static options => options.HasPossibleRefreshEvery, "Survey:RefreshEvery must be a time span from a second to a day; 00:01:00 would be one.")
            .ValidateOnStart();
        services.AddOptions<SheetOptions>()
            .Validate(static options => SheetSource.IsRange(options.Range), "Survey:Range must be a tab, columns or both; 'Form Responses 1'!A:Z would be one.");
        services.AddSingleton<SurveyOwners>();
        services.AddSingleton<SurveyKeys>();
        services.AddSingleton<SurveyStore>();
        services.AddSingleton<SheetSource>();
        services.AddSingleton<CsvSource>();
        services.AddSingleton<SurveyResealing>();
        services.AddSingleton(static provider => new SurveyRosters(
            Contexts(provider), provider.GetRequiredService<SurveyOwners>(), provider.GetRequiredService<ListenerDirectory>(), provider.GetRequiredService<IOptions<SheetOptions>>(), provider.GetRequiredService<ListenerGone>()));
        services.AddSingleton(static provider => new SurveyImport(provider.GetRequiredService<SurveyOwners>(), provider.GetRequiredService<SurveyStore>()));
        services.AddSingleton(static provider => new SurveyMappings(
            Contexts(provider),
            provider.GetRequiredService<SurveyOwners>(),
            provider.GetRequiredService<SurveyRosters>(),
            provider.GetRequiredService<SurveyResealing>(),
            provider.GetRequiredService<SurveyFeed>(),
            provider.GetRequiredService<SurveyChanged>(),
            provider.GetRequiredService<IOptions<SheetOptions>>()));
        services.AddSingleton(static provider => new SurveyFeed(
            provider.GetRequiredService<SheetSource>(),
            provider.GetRequiredService<CsvSource>(),
            provider.GetRequiredService<SurveyStore>(),
            provider.GetRequiredService<ListenerDirectory>(),
            provider.GetRequiredService<LeaseBook>(),
            provider.GetRequiredService<IOptions<SheetOptions>>(),
            provider.GetRequiredService<IOptions<SurveyOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SurveyFeed>>()));
        services.AddHostedService(static provider => provider.GetRequiredService<SurveyFeed>());
        return services;
    }

    private static IServiceCollection AddSurveySongs(this IServiceCollection services)
    {
        services.AddSingleton<SongFinder>();
        services.AddSingleton<SongSounds>();
        services.AddSingleton<SongLookup>();
        services.AddSingleton(static provider => new SurveySongs(
            Contexts(provider),
            provider.GetRequiredService<SurveyOwners>(),
            provider.GetRequiredService<SurveyRosters>(),
            provider.GetRequiredService<SongLookup>(),
            provider.GetRequiredService<SurveyChanged>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SurveySongs>>()));
        services.AddHostedService(static provider => provider.GetRequiredService<SurveySongs>());
        return services;
    }

    private static IDbContextFactory<DashboardDbContext> Contexts(IServiceProvider provider) => provider.GetRequiredService<IDbContextFactory<DashboardDbContext>>();
}
