using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey.Majors;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey.Api;

/// <summary>The forecast of a major over HTTP.</summary>
internal static class PredictEndpoint
{
    public static void MapPredict(this IEndpointRouteBuilder survey) => survey.MapPost("predict", PredictAsync)
        .WithSummary("The major that the survey's forest gives for a sound, with what such forecasts are worth.")
        .WithDescription(
            """Body: { "features": { "energy": 0.8, … } } with Spotify's snake_case keys, or { "trackId": "…" } of the library or of a respondent's song. For features that are left out the survey's mean is taken; `assumed` names them. 409 where the survey is too small to learn from.""")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .WithExample(SurveyExamples.Prediction);

    private static async Task<Results<Ok<PredictionAnswer>, ProblemHttpResult>> PredictAsync(
        JsonElement body, ListenerDirectory listeners, StatisticsService statistics, SurveyService survey, CancellationToken cancellationToken)
    {
        var question = PredictionQuestion.Of(body);
        var listener = await listeners.FindCurrentAsync(cancellationToken);
        var (_, map) = await survey.ReadAsync(listener?.Id ?? SurveyShown.Nobody, cancellationToken);
        var forecast = await survey.ReadForecastAsync(map, cancellationToken);
        if (forecast.Refusal is { } refusal)
        {
            return TypedResults.Problem(refusal, statusCode: StatusCodes.Status409Conflict, title: "There is no forecast.");
        }

        var prediction = question.TrackId is not { } trackId
            ? forecast.Of(question.Features)
            : OfSong(forecast, map, trackId) ?? (listener is null ? null : await OfTrackAsync(forecast, survey, await statistics.ReadAsync(listener, Period.Everything, rule: null, cancellationToken), trackId, cancellationToken));
        if (prediction is not null)
        {
            return TypedResults.Ok(PredictionAnswer.Of(forecast, prediction));
        }

        return question.TrackId is null
            ? throw new RefusedParameterException("features", "None of the features that this survey's forecast goes by is given.")
            : TypedResults.Problem("It is neither in the library nor a respondent's song, or its audio features are not known.", statusCode: StatusCodes.Status404NotFound, title: "The sound of this track is not known.");
    }

    /// <summary>For a song of the survey: by the forest that did not learn from it.</summary>
    private static MajorPrediction? OfSong(MajorForecast forecast, SurveyMap map, string trackId) => Enumerable.Range(0, map.Roster.Respondents.Length)
        .Where(respondent => map.Roster.Respondents[respondent].Song?.TrackId == trackId)
        .Select(forecast.Of)
        .FirstOrDefault(static prediction => prediction is not null);

    private static async Task<MajorPrediction?> OfTrackAsync(MajorForecast forecast, SurveyService survey, ListeningView view, string trackId, CancellationToken cancellationToken) =>
        await survey.ReadTrackAsync(view.Log, trackId, cancellationToken) is { IsDefault: false } features ? forecast.Of(features) : null;
}
