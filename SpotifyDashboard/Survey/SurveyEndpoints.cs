using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey.Api;
using SpotifyDashboard.Survey.Sound;
using SpotifyDashboard.Survey.Twins;

namespace SpotifyDashboard.Survey;

/// <summary>The survey over HTTP. Every number is defined in <c>docs/statistics.md</c>.</summary>
internal static class SurveyEndpoints
{
    private const int UsualTwins = 5;
    private const int MostTwins = 100;

    public static IEndpointRouteBuilder MapSurvey(this IEndpointRouteBuilder endpoints)
    {
        var survey = endpoints.MapGroup("/api/survey").WithTags("Survey").WithQueryRules()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        survey.MapGet("respondents", RespondentsAsync)
            .WithSummary("The respondents of the survey with the sound of their favourite songs, under hashes, in the order of their rows.")
            .WithDescription("While no survey is set these are invented ones: `isSample` is true. It reads and computes, it never calls outside.")
            .WithExample(SurveyExamples.Respondents);
        survey.MapGet("respondents/{id}/twins", TwinsAsync)
            .WithSummary("The respondents nearest to one, with what they share and where they differ.")
            .WithDescription("Empty where there is nothing to compare: by sound, where the sound of the respondent's song is not known.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithExample(SurveyExamples.Twins);
        survey.MapPredict();
        return endpoints.MapSurveyImport();
    }

    private static async Task<Ok<IReadOnlyList<RespondentAnswer>>> RespondentsAsync(ListenerDirectory listeners, SurveyService survey, CancellationToken cancellationToken) =>
        TypedResults.Ok(RespondentAnswer.Of(await ReadAsync(listeners, survey, cancellationToken)));

    private static async Task<Results<Ok<IReadOnlyList<TwinAnswer>>, ProblemHttpResult>> TwinsAsync(
        ListenerDirectory listeners,
        SurveyService survey,
        [Description("As GET /api/survey/respondents gives it")] string id,
        [Description("sound (default), or habits: by sound, age, year, hours a day and listening time")] string? by,
        [Description("At most so many, 1 to 100; 5 by default")] string? limit,
        CancellationToken cancellationToken)
    {
        var basis = Asked.OneOf<TwinBasis>("by", by) ?? TwinBasis.Sound;
        var most = Asked.Number("limit", limit, UsualTwins, least: 1, MostTwins);
        var map = await ReadAsync(listeners, survey, cancellationToken);
        return map.IndexOf(id) is { } respondent
            ? TypedResults.Ok(TwinAnswer.Of(map, TwinFinder.Find(map, respondent, basis, most)))
            : TypedResults.Problem("GET /api/survey/respondents lists their ids.", statusCode: StatusCodes.Status404NotFound, title: "There is no such respondent.");
    }

    private static async Task<SurveyMap> ReadAsync(ListenerDirectory listeners, SurveyService survey, CancellationToken cancellationToken) =>
        (await survey.ReadAsync((await listeners.FindCurrentAsync(cancellationToken))?.Id ?? SurveyShown.Nobody, cancellationToken)).Map;
}
