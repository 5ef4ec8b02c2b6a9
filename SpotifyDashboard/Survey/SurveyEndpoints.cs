namespace SpotifyDashboard.Survey;

/// <summary>The survey over HTTP.</summary>
internal static class SurveyEndpoints
{
    public static IEndpointRouteBuilder MapSurvey(this IEndpointRouteBuilder endpoints) => endpoints;
}
