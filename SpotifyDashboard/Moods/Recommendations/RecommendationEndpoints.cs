using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Moods.Playlists;
using SpotifyDashboard.Providers.ReccoBeats;
using SpotifyDashboard.Session;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Recommendations over HTTP.</summary>
internal static class RecommendationEndpoints
{
    private const string FetchPath = "/api/recommendations/new";

    public static IEndpointRouteBuilder MapRecommendations(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/recommendations").WithTags("Recommendations").WithQueryRules();
        group.MapGet("", ListAsync)
            .WithSummary("Tracks that fit what is played now, each with its reason.")
            .WithDescription(
                $"`kind=own` (default): of the library, not played for long. `kind=new`: of what ReccoBeats suggested at the last `POST {FetchPath}`; empty before the first. " +
                $"Nobody outside is asked. `limit` is 1 to {RecommendationService.MostLimit}, {RecommendationService.DefaultLimit} where it is not said.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithExample(Recommendation.Example);
        group.MapPost("new", FetchAsync)
            .WithSummary("Asks ReccoBeats for new tracks as a job.")
            .WithDescription("""Body: {} or { "seeds": [Spotify ids of 1 to 5 tracks of yours] }.""")
            .DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("{trackId}/verdict", SayAsync)
            .WithSummary("Says whether a track was rightly recommended; the next list follows it, and what was refused is not recommended again.")
            .WithDescription("""Body: { "verdict": "up" | "down" | "none" }.""")
            .DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status404NotFound);
        return endpoints;
    }

    private static async Task<Results<Ok<IReadOnlyList<Recommendation>>, ProblemHttpResult>> ListAsync(
        string? kind, int? limit, HttpResponse response, ListenerDirectory listeners, RecommendationService service, CancellationToken cancellationToken)
    {
        var asked = kind switch
        {
            null or "" or "own" => RecommendationKind.Own,
            "new" => RecommendationKind.New,
            _ => throw new RefusedParameterException("kind", $"'{kind}' is no kind; say own or new."),
        };
        if (limit is < 1 or > RecommendationService.MostLimit)
        {
            throw new RefusedParameterException("limit", $"'limit' is a whole number from 1 to {RecommendationService.MostLimit}.");
        }

        if (asked == RecommendationKind.New)
        {
            // The list's shape has no place to say how it is filled.
            response.Headers.Link = $"<{FetchPath}>; rel=\"edit\"";
        }

        return await listeners.FindCurrentAsync(cancellationToken) is { } listener
            ? TypedResults.Ok(await service.ListAsync(listener, asked, limit ?? RecommendationService.DefaultLimit, cancellationToken))
            : StatisticsEndpoints.NothingYet();
    }

    private static async Task<Results<Accepted<JobStarted>, ProblemHttpResult>> FetchAsync(
        JsonElement body, ListenerDirectory listeners, RecommendationService service, PlaylistTracks tracks, CancellationToken cancellationToken)
    {
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return StatisticsEndpoints.NothingYet();
        }

        var seeds = Seeds(body);
        var found = await tracks.FindAsync(listener.Id, seeds ?? [], cancellationToken);
        if (seeds is not null && (seeds.Count is 0 or > ReccoBeatsClient.MostSeeds || found.Count < seeds.Count || found.Any(static track => track.SpotifyId is null)))
        {
            throw new RefusedParameterException("seeds", $"'seeds' are 1 to {ReccoBeatsClient.MostSeeds} different Spotify ids of tracks of yours, or of what was suggested.");
        }

        return await service.FetchAsync(listener, seeds, cancellationToken) is { } job
            ? TypedResults.Accepted($"/api/jobs/{job}", new JobStarted(job))
            : TypedResults.Problem("There is no track to start from: play something whose sound and Spotify id are known.", statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<VerdictAnswer>, ProblemHttpResult>> SayAsync(
        string trackId, JsonElement body, ListenerDirectory listeners, RecommendationService service, CancellationToken cancellationToken)
    {
        var said = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("verdict", out var told) && told.ValueKind == JsonValueKind.String ? told.GetString() : null;
        bool? isLiked = said switch
        {
            "up" => true,
            "down" => false,
            "none" => null,
            _ => throw new RefusedParameterException("verdict", "Send { \"verdict\": \"up\" }, \"down\" or \"none\"."),
        };
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return StatisticsEndpoints.NothingYet();
        }

        return await service.SayAsync(listener.Id, trackId, isLiked, cancellationToken)
            ? TypedResults.Ok(new VerdictAnswer(trackId, said ?? "none"))
            : TypedResults.Problem($"'{trackId}' is no track of yours, and none that was suggested to you.", statusCode: StatusCodes.Status404NotFound);
    }

    private static IReadOnlyList<string>? Seeds(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || body.EnumerateObject().FirstOrDefault(static member => member.Name != "seeds") is { Value.ValueKind: not JsonValueKind.Undefined })
        {
            throw new RefusedParameterException("body", "Send {} or a JSON object with seeds alone.");
        }

        return !body.TryGetProperty("seeds", out var seeds) ? null
            : seeds.ValueKind == JsonValueKind.Array ? [.. seeds.EnumerateArray().Select(static id => id.ValueKind == JsonValueKind.String ? id.GetString() ?? "" : "")]
            : [];
    }
}
