using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Gemini behind its OpenAI-compatible address with a path prefix (contracts, section 6). Writes faithful stories, unless it is told what to answer.</summary>
internal sealed class FakeLanguageModel : FakeServer
{
    public const string Key = "AIza-fake-key-0123456789";
    public const string Model = "gemini-3.5-flash-lite";

    private const string RootPath = "/proxy/v1beta/openai";
    private const int LeastTokens = 2048;

    /// <summary>Gemini ignores the first three and is to refuse them; the others are no part of what is needed.</summary>
    private static readonly string[] s_listed = ["model", "messages", "max_completion_tokens", "reasoning_effort", "response_format", "stream", "stream_options"];

    private readonly ConcurrentQueue<Func<FakeModelCall, FakeAnswer>> _script = new();
    private readonly ConcurrentQueue<FakeModelCall> _calls = new();
    private readonly SemaphoreSlim _arrivals = new(0);

    private FakeLanguageModel(TimeProvider time)
        : base(time)
    {
    }

    public string Url => Root + RootPath;

    /// <summary>The models that it has.</summary>
    public IReadOnlyList<string> Models { get; set; } = [Model, "gemini-3.8-flash", "gemini-3.6-flash"];

    /// <summary>The chats that it was asked for, as they came.</summary>
    public IReadOnlyList<FakeModelCall> Calls => [.. _calls];

    public static async Task<FakeLanguageModel> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var fake = new FakeLanguageModel(time);
        await fake.StartAsync(cancellationToken);
        return fake;
    }

    /// <summary>Answers the next call so; calls beyond the script get a faithful story.</summary>
    public FakeLanguageModel Next(Func<FakeModelCall, FakeAnswer> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    /// <summary>Answers the next call so.</summary>
    public FakeLanguageModel Next(FakeAnswer answer) => Next(_ => answer);

    /// <summary>Waits, in real time, until one more chat has arrived than was waited for.</summary>
    public Task ArrivedAsync(CancellationToken cancellationToken) => _arrivals.WaitAsync(cancellationToken);

    protected override Task<FakeAnswer> AnswerAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        if (request.Header("Authorization") != $"Bearer {Key}")
        {
            return Task.FromResult(FakeModelAnswers.BadKey);
        }

        return Task.FromResult((request.Method, request.Path) switch
        {
            ("POST", RootPath + "/chat/completions") => Chat(request),
            ("GET", RootPath + "/models") => FakeAnswer.Json(new JsonObject
            {
                ["object"] = "list",
                ["data"] = new JsonArray([.. Models.Select(name => (JsonNode)new JsonObject { ["id"] = $"models/{name}", ["object"] = "model" })]),
            }),
            _ => throw new RefusedException("Only chats and the list of models are listed."),
        });
    }

    private FakeAnswer Chat(FakeRequest request)
    {
        ListedHeaders.Check(request, "Authorization", "Content-Type", "Content-Length");
        if (request.QueryString.Length > 0)
        {
            throw new RefusedException("A query would write the key into logs.");
        }

        var call = FakeModelCall.Of(request.Body);
        Check(call.Json);
        _calls.Enqueue(call);
        _arrivals.Release();
        return _script.TryDequeue(out var next) ? next(call)
            : !Models.Contains(call.Model) ? FakeModelAnswers.NoSuchModel(call.Model)
            : FakeModelAnswers.Stream(FaithfulStory.Of(call));
    }

    private static void Check(JsonElement body)
    {
        if (body.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !s_listed.Contains(name)) is { } unlisted)
        {
            throw new RefusedException($"Parameter '{unlisted}' is not listed.");
        }

        if (body.GetProperty("max_completion_tokens").GetInt32() < LeastTokens)
        {
            throw new RefusedException("Thinking would use the tokens up.");
        }

        var messages = body.GetProperty("messages").EnumerateArray().ToList();
        if (messages[^1].GetProperty("role").GetString() != "user" || messages.Exists(message => message.GetProperty("content").GetString() is not { Length: > 0 }))
        {
            throw new RefusedException("The last message is to be the user's, and none empty.");
        }

        var format = body.GetProperty("response_format");
        var schema = format.GetProperty("json_schema").GetProperty("schema");
        if (format.GetProperty("type").GetString() != "json_schema" || !format.GetProperty("json_schema").GetProperty("strict").GetBoolean() || schema.GetProperty("additionalProperties").GetBoolean())
        {
            throw new RefusedException("The form of the answer is to be a strict schema.");
        }
    }
}
