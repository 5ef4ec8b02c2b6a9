using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey;

/// <summary>Registers the survey.</summary>
internal static class SurveyRegistration
{
    /// <summary>Adds where respondents come from and what is made of them.</summary>
    public static IServiceCollection AddSurvey(this IServiceCollection services)
    {
        services.AddSingleton<SurveyChanged>();
        services.AddSingleton<SurveyRosters>();
        services.AddSingleton<ListenerSound>();
        services.AddSingleton<SurveyService>();
        return services;
    }
}
