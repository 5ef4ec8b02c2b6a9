using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>What a language model's service answers, right and wrong (contracts, section 6).</summary>
internal static class FakeModelAnswers
{
    public const int TokensIn = 812;
    public const int TokensOut = 231;
    public const int TokensThought = 120;

    private const string EventStream = "text/event-stream";
    private const int PieceLength = 9;

    /// <summary>Google's error for a wrong key, in an array of one.</summary>
    public static FakeAnswer BadKey => Refused(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", isWrapped: true, Reason("API_KEY_INVALID"));

    /// <summary>A prompt that was blocked, in Gemini's own shape: 200 without candidates.</summary>
    public static FakeAnswer BlockedNatively => FakeAnswer.Json(new JsonObject
    {
        ["promptFeedback"] = new JsonObject { ["blockReason"] = "PROHIBITED_CONTENT" },
        ["usageMetadata"] = new JsonObject { ["promptTokenCount"] = TokensIn },
    });

    /// <summary>The same in OpenAI's shape: 200 without choices.</summary>
    public static FakeAnswer BlockedWithoutChoices => Events([Chunk(new JsonArray())]);

    /// <summary>An answer that was blocked on the way.</summary>
    public static FakeAnswer Filtered(string reason) => Events([Chunk(Choice(null, reason))]);

    /// <summary>A candidate in Gemini's own shape without content.</summary>
    public static FakeAnswer BlockedCandidate(string reason) => FakeAnswer.Json(new JsonObject { ["candidates"] = new JsonArray(new JsonObject { ["finishReason"] = reason, ["index"] = 0 }) });

    /// <summary>Too many calls a minute.</summary>
    public static FakeAnswer WaitFor(string delay) => Refused(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota, please check your plan and billing details.", false, Quota("GenerateRequestsPerMinutePerProjectPerModel-FreeTier"), Retry(delay));

    /// <summary>Too many calls a day.</summary>
    public static FakeAnswer WaitForTomorrow => Refused(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota, please check your plan and billing details.", true, Quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier"), Retry("37s"));

    /// <summary>Too many calls, without a word on how long.</summary>
    public static FakeAnswer WaitUntold => Refused(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota).");

    public static FakeAnswer Overloaded => Refused(503, "UNAVAILABLE", "The model is overloaded. Please try again later.", isWrapped: true);

    public static FakeAnswer Internal => Refused(500, "INTERNAL", "An internal error has occurred.");

    public static FakeAnswer NoSuchModel(string model) => Refused(404, "NOT_FOUND", $"models/{model} is not found for API version v1main.", isWrapped: true);

    /// <summary>A whole answer, streamed in small pieces, with usage.</summary>
    public static FakeAnswer Stream(string content) => Events([.. Pieces(content).Select(piece => Chunk(Choice(piece, null))), Chunk(Choice("", "stop")), Usage()]);

    /// <summary>A whole answer that ends for another reason than its end.</summary>
    public static FakeAnswer Stopped(string content, string reason) => Events([.. Pieces(content).Select(piece => Chunk(Choice(piece, null))), Chunk(Choice("", reason))]);

    /// <summary>A whole answer from a server that knows no streaming.</summary>
    public static FakeAnswer Document(string content) => FakeAnswer.Json(Document(content, "stop"));

    /// <summary>An answer in Gemini's own shape, thoughts included.</summary>
    public static FakeAnswer Native(string content) => FakeAnswer.Json(new JsonArray(new JsonObject
    {
        ["candidates"] = new JsonArray(new JsonObject
        {
            ["content"] = new JsonObject { ["role"] = "model", ["parts"] = new JsonArray(new JsonObject { ["thought"] = true, ["text"] = "Hm." }, new JsonObject { ["text"] = content }) },
            ["finishReason"] = "STOP",
            ["index"] = 0,
        }),
        ["usageMetadata"] = new JsonObject { ["promptTokenCount"] = TokensIn, ["candidatesTokenCount"] = TokensOut, ["thoughtsTokenCount"] = TokensThought },
        ["modelVersion"] = FakeLanguageModel.Model,
    }));

    /// <summary>The same, packed.</summary>
    public static FakeAnswer Packed(string content) => Stream(content) with
    {
        Pieces = async (context, cancellationToken) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
            await packed.WriteAsync(Encoding.UTF8.GetBytes(Stream(content).Body), cancellationToken);
        },
    };

    /// <summary>Half of a stream, then the connection breaks.</summary>
    public static FakeAnswer Cut(string content) => new(200, EventStream, "")
    {
        Pieces = async (context, cancellationToken) =>
        {
            var whole = Stream(content).Body;
            await WriteAsync(context, whole[..(whole.Length / 2)], cancellationToken);
            context.Abort();
        },
    };

    /// <summary>Half of a stream, ended in good order but without a word of its end.</summary>
    public static FakeAnswer Faded(string content) => new(200, EventStream, Stream(content).Body[..(Stream(content).Body.Length / 2)]);

    /// <summary>Never says a word, or only once the gate opens.</summary>
    public static FakeAnswer Silent(Task gate, string content) => new(200, EventStream, "")
    {
        Pieces = async (context, cancellationToken) =>
        {
            await gate.WaitAsync(cancellationToken);
            await WriteAsync(context, Stream(content).Body, cancellationToken);
        },
    };

    /// <summary>Comments without an end, as some servers send them to keep a connection open.</summary>
    public static FakeAnswer Endless => new(200, EventStream, "")
    {
        Pieces = async (context, cancellationToken) =>
        {
            var line = string.Concat(Enumerable.Repeat(": PROCESSING\n\n", 1000));
            while (true)
            {
                await WriteAsync(context, line, cancellationToken);
            }
        },
    };

    /// <summary>A stream in parts: each is sent when the test says so.</summary>
    /// <param name="parts">Parts of the text.</param>
    /// <param name="releases">One release for each.</param>
    public static FakeAnswer Slowly(IReadOnlyList<string> parts, SemaphoreSlim releases) => new(200, EventStream, "")
    {
        Pieces = async (context, cancellationToken) =>
        {
            foreach (var part in parts)
            {
                // Comments meanwhile, as services send them: on a slow machine the wait is no silence.
                while (!await releases.WaitAsync(TimeSpan.FromSeconds(2), cancellationToken))
                {
                    await WriteAsync(context, ": waiting\n\n", cancellationToken);
                }

                await WriteAsync(context, Event(Chunk(Choice(part, null))), cancellationToken);
            }

            await WriteAsync(context, Events([Chunk(Choice("", "stop")), Usage()]).Body, cancellationToken);
        },
    };

    public static FakeAnswer Elsewhere => FakeAnswer.Empty(307) with { Location = "http://127.0.0.1:9/elsewhere" };

    private static FakeAnswer Events(IEnumerable<JsonObject> chunks) => new(200, EventStream, string.Concat(chunks.Select(Event)) + "data: [DONE]\n\n");

    private static string Event(JsonObject chunk) => $"data: {FakeAnswer.Json(chunk).Body}\n\n";

    private static JsonObject Chunk(JsonArray choices) => new() { ["id"] = "fake", ["object"] = "chat.completion.chunk", ["model"] = FakeLanguageModel.Model, ["choices"] = choices };

    private static JsonArray Choice(string? piece, string? finish) => new(new JsonObject
    {
        ["index"] = 0,
        ["delta"] = piece is null ? new JsonObject() : new JsonObject { ["role"] = "assistant", ["content"] = piece },
        ["finish_reason"] = finish,
    });

    private static JsonObject Usage()
    {
        var chunk = Chunk([]);
        chunk["usage"] = UsageOf();
        return chunk;
    }

    // Gemini counts thinking in the total alone.
    private static JsonObject UsageOf() => new() { ["prompt_tokens"] = TokensIn, ["completion_tokens"] = TokensOut, ["total_tokens"] = TokensIn + TokensOut + TokensThought };

    private static JsonObject Document(string content, string finish) => new()
    {
        ["object"] = "chat.completion",
        ["model"] = FakeLanguageModel.Model,
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content }, ["finish_reason"] = finish }),
        ["usage"] = UsageOf(),
    };

    private static FakeAnswer Refused(int status, string name, string message, bool isWrapped = false, params JsonObject[] details)
    {
        var error = new JsonObject { ["error"] = new JsonObject { ["code"] = status, ["message"] = message, ["status"] = name, ["details"] = new JsonArray([.. details]) } };
        return FakeAnswer.Json(isWrapped ? new JsonArray(error) : error, status);
    }

    private static JsonObject Quota(string id) => new()
    {
        ["@type"] = "type.googleapis.com/google.rpc.QuotaFailure",
        ["violations"] = new JsonArray(new JsonObject { ["quotaMetric"] = "generativelanguage.googleapis.com/generate_content_free_tier_requests", ["quotaId"] = id, ["quotaValue"] = "20" }),
    };

    private static JsonObject Retry(string delay) => new() { ["@type"] = "type.googleapis.com/google.rpc.RetryInfo", ["retryDelay"] = delay };

    private static JsonObject Reason(string reason) => new() { ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo", ["reason"] = reason };

    private static IEnumerable<string> Pieces(string content) => content.Chunk(PieceLength).Select(piece => new string(piece));

    private static async Task WriteAsync(HttpContext context, string text, CancellationToken cancellationToken)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }
}
