using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>The API of questions.</summary>
internal static class AskEndpoints
{
    private const string Example =
        """
        {
          "question": "How often did I play Nordlys in March?",
          "understood": { "from": "2026-03-01", "to": "2026-03-31", "weekdays": [], "hours": null, "names": [ { "kind": "artist", "name": "Nordlys" } ], "asked": [ "amount" ], "isUnderstood": true },
          "answer": { "text": "You played Nordlys 57 times.", "source": "model", "model": "gemini-3.5-flash-lite", "citations": [ { "sentence": "You played Nordlys 57 times.", "facts": [ "asked-1-plays" ] } ], "checked": { "claims": 2, "supported": 2 } },
          "remark": null,
          "facts": [ { "id": "asked-1-plays", "text": "You played Nordlys: 57 plays, 3.2 hours.", "value": 57, "unit": "plays", "href": "/artists/12?from=2026-03-01&to=2026-03-31" } ]
        }
        """;

    /// <summary>Maps it.</summary>
    public static IEndpointRouteBuilder MapAsk(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/narratives/ask", AskAsync)
            .WithTags("Narratives")
            .WithSummary("Answers a question in words from the listener's own plays.")
            .WithDescription(
                """
                Body: { "question": "What did I listen to in March?", "consent": true }. A question has at most 300 characters, in English or German. It may name days, weekdays, hours, and artists, tracks, albums and genres of the own library.
                With "consent": true, question and facts are sent to the model, and its answer is checked against the facts; otherwise, and without a key, "answer" is null and the facts alone answer.
                """)
            .DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithQueryRules()
            .WithExample(Example);
        return app;
    }

    private static async Task<Results<Ok<AskReply>, ProblemHttpResult>> AskAsync(JsonElement body, ListenerDirectory listeners, AskService questions, CancellationToken cancellationToken)
    {
        var (question, isAgreed) = Read(body);
        return await listeners.FindCurrentAsync(cancellationToken) is { } listener
            ? TypedResults.Ok(AskReply.Of(await questions.AskAsync(listener, question, isAgreed, cancellationToken)))
            : StatisticsEndpoints.NothingYet();
    }

    private static (string Question, bool IsAgreed) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedParameterException("body", "Send a JSON object with question and, to have the model answer, consent.");
        }

        foreach (var member in body.EnumerateObject().Where(member => member.Name is not ("question" or "consent")))
        {
            throw new RefusedParameterException(member.Name, $"'{member.Name}' is unknown; known are question, consent.");
        }

        var question = body.TryGetProperty("question", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() ?? "" : "";
        return AskRules.WhyRefused(question) is { } why
            ? throw new RefusedParameterException("question", why)
            : (question, ConsentOf(body));
    }

    private static bool ConsentOf(JsonElement body) => body.TryGetProperty("consent", out var consent) && consent.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => throw new RefusedParameterException("consent", "'consent' is true or false."),
    };
}
