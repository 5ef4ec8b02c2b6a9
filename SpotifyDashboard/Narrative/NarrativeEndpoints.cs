using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Narrative.Ask;
using SpotifyDashboard.Narrative.Mail;
using SpotifyDashboard.Narrative.Pages;
using SpotifyDashboard.Session;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative;

/// <summary>The API of stories.</summary>
internal static class NarrativeEndpoints
{
    /// <summary>Maps it.</summary>
    public static IEndpointRouteBuilder MapNarrative(this IEndpointRouteBuilder app)
    {
        app.MapStories();
        app.MapStoryCards();
        app.MapAsk();
        return app.MapMail();
    }

    private static void MapStories(this IEndpointRouteBuilder app)
    {
        var stories = app.MapGroup("/api/narratives").WithTags("Narratives").WithQueryRules()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        stories.MapPost("", StartAsync)
            .WithSummary("Writes a story as a job; its result names the story.")
            .WithDescription(
                """
                Body, every field optional: { "from": "2026-11-01", "to": "2026-11-21", "tone": "professional" | "sarcastic" | "roast", "consent": true }. Without days it is about everything, without a tone it has the listener's usual one.
                The facts (GET /api/narratives/facts) are sent to the model only with "consent": true, which counts for this story; otherwise, and without a key, the template writes. Who asks for the same story while it is written gets the same job.
                The job's result is { "narrativeId", "source", "remark", "nextTry" }; a period without plays fails it with the reason.
                """)
            .DisableAntiforgery();
        stories.MapGet("", ListAsync).WithSummary("All stories, newest first.").WithExample(NarrativeExamples.Stories);
        stories.MapGet("{id:guid}", FindAsync).WithSummary("One story with its facts and citations.").WithExample(NarrativeExamples.Story);
        stories.MapDelete("{id:guid}", DeleteAsync).WithSummary("Deletes a story. Calls of the model that it cost stay counted.");
        stories.MapGet("{a:guid}/compare/{b:guid}", CompareAsync)
            .WithSummary("What changed in the facts between two stories.")
            .WithDescription("Facts are matched by the name they are about, wherever it stands in its list, else by id. `kind` is same, changed, came or went, seen from the story whose days come first.")
            .WithExample(NarrativeExamples.Comparison);
        stories.MapGet("facts", FactsAsync)
            .WithSummary("Exactly what would be sent to the model for a period. Nothing is sent.")
            .WithExample(NarrativeExamples.Facts);
        stories.MapChoices();
    }

    private static void MapChoices(this IEndpointRouteBuilder stories)
    {
        stories.MapGet("choices", ReadChoicesAsync)
            .WithSummary("What the listener wants of stories, calls left today, and how often the model's text held.")
            .WithExample(NarrativeExamples.Choices);
        stories.MapPatch("choices", ChangeChoicesAsync)
            .WithSummary("Agrees or withdraws, leaves names out, sets the usual tone and which stories come by themselves.")
            .WithDescription("""Body, every field optional: { "agreed": true, "leaveNamesOut": false, "tone": "roast", "weekly": true, "monthly": false, "yearly": false }.""")
            .DisableAntiforgery()
            .WithExample(NarrativeExamples.Choices);
    }

    private static async Task<Results<Accepted<JobStarted>, ProblemHttpResult>> StartAsync(
        JsonElement? body, HttpRequest http, ListenerDirectory listeners, NarrativeService narratives, CancellationToken cancellationToken)
    {
        var request = AskedNarrative.Story(body, LanguageOf(http));
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return StatisticsEndpoints.NothingYet();
        }

        var job = await narratives.StartAsync(listener, request, cancellationToken);
        return TypedResults.Accepted($"/api/jobs/{job}", new JobStarted(job));
    }

    private static async Task<Results<Ok<IReadOnlyList<NarrativeAnswer>>, ProblemHttpResult>> ListAsync(
        ListenerDirectory listeners, NarrativeService narratives, CancellationToken cancellationToken)
    {
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return StatisticsEndpoints.NothingYet();
        }

        IReadOnlyList<NarrativeAnswer> stories = [.. (await narratives.ListAsync(listener.Id, cancellationToken)).Select(NarrativeAnswer.Of)];
        return TypedResults.Ok(stories);
    }

    private static async Task<Results<Ok<NarrativeAnswer>, ProblemHttpResult>> FindAsync(
        Guid id, ListenerDirectory listeners, NarrativeService narratives, CancellationToken cancellationToken) =>
        await listeners.FindCurrentAsync(cancellationToken) is { } listener && await narratives.FindAsync(listener.Id, id, cancellationToken) is { } story
            ? TypedResults.Ok(NarrativeAnswer.Of(story))
            : NoSuchStory(id);

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, ListenerDirectory listeners, NarrativeService narratives, CancellationToken cancellationToken) =>
        await listeners.FindCurrentAsync(cancellationToken) is { } listener && await narratives.DeleteAsync(listener.Id, id, cancellationToken)
            ? TypedResults.NoContent()
            : NoSuchStory(id);

    private static async Task<Results<Ok<ComparisonAnswer>, ProblemHttpResult>> CompareAsync(
        Guid a, Guid b, ListenerDirectory listeners, NarrativeService narratives, CancellationToken cancellationToken)
    {
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return StatisticsEndpoints.NothingYet();
        }

        if (await narratives.CompareAsync(listener.Id, a, b, cancellationToken) is { } comparison)
        {
            return TypedResults.Ok(ComparisonAnswer.Of(comparison));
        }

        return NoSuchStory(await narratives.FindAsync(listener.Id, a, cancellationToken) is null ? a : b);
    }

    private static async Task<Results<Ok<FactsAnswer>, ProblemHttpResult>> FactsAsync(
        ListenerDirectory listeners,
        NarrativeService narratives,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        CancellationToken cancellationToken)
    {
        var period = Asked.Period(from, to);
        return await listeners.FindCurrentAsync(cancellationToken) is { } listener
            ? TypedResults.Ok(FactsAnswer.Of(await narratives.ReadFactsAsync(listener, period, cancellationToken)))
            : StatisticsEndpoints.NothingYet();
    }

    private static async Task<Results<Ok<ChoicesAnswer>, ProblemHttpResult>> ReadChoicesAsync(
        ListenerDirectory listeners, NarrativeService narratives, CancellationToken cancellationToken) =>
        await listeners.FindCurrentAsync(cancellationToken) is { } listener
            ? TypedResults.Ok(await AnswerAsync(narratives, listener.Id, await narratives.ReadChoicesAsync(listener.Id, cancellationToken), cancellationToken))
            : StatisticsEndpoints.NothingYet();

    private static async Task<Results<Ok<ChoicesAnswer>, ProblemHttpResult>> ChangeChoicesAsync(
        JsonElement body, ListenerDirectory listeners, NarrativeService narratives, CancellationToken cancellationToken)
    {
        var change = AskedNarrative.Choices(body);
        return await listeners.FindCurrentAsync(cancellationToken) is { } listener
            ? TypedResults.Ok(await AnswerAsync(narratives, listener.Id, await narratives.ChangeChoicesAsync(listener.Id, change, cancellationToken), cancellationToken))
            : StatisticsEndpoints.NothingYet();
    }

    private static async Task<ChoicesAnswer> AnswerAsync(NarrativeService narratives, int listenerId, NarrativeChoices choices, CancellationToken cancellationToken) => ChoicesAnswer.Of(
        choices,
        narratives.HasModel,
        await narratives.ReadCallsAsync(listenerId, cancellationToken),
        await narratives.ReadAcceptanceAsync(listenerId, cancellationToken));

    private static string? LanguageOf(HttpRequest http) => http.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(static language => language.Quality ?? 1)
        .Select(static language => language.Value.Value)
        .FirstOrDefault(static language => language is { Length: > 0 } and not "*");

    private static ProblemHttpResult NoSuchStory(Guid id) =>
        TypedResults.Problem($"There is no story {id}; GET /api/narratives lists all.", statusCode: StatusCodes.Status404NotFound);
}
