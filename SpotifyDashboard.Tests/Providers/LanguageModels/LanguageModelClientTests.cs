using SpotifyDashboard.Providers.LanguageModels;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers.LanguageModels;

public sealed class LanguageModelClientTests : IAsyncDisposable
{
    private const string Words = """{"answer":"Grüße aus 812 Minuten – \"Nordlys\" 🎷"}""";
    private const string Schema = """{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"],"additionalProperties":false}""";

    private readonly List<ModelBench> _benches = [];

    private static readonly ModelRequest s_request = new([ModelMessage.System("Answer from the data."), ModelMessage.User("DATA")], "answer", Schema);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Forms in which a whole answer comes.</summary>
    public static TheoryData<string> Forms => ["stream", "document", "native", "packed"];

    /// <summary>Refusals to write.</summary>
    public static TheoryData<string> Blocks => ["native", "choices", "content_filter", "SAFETY", "RECITATION", "candidate", "refusal"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Complete_WholeAnswer_IsReadInEveryForm(string form)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Model.Next(form switch
        {
            "stream" => FakeModelAnswers.Stream(Words),
            "document" => FakeModelAnswers.Document(Words),
            "native" => FakeModelAnswers.Native(Words),
            _ => FakeModelAnswers.Packed(Words),
        });
        var heard = new List<string>();

        var answer = await bench.Client.CompleteAsync(s_request, heard.Add, Cancellation);

        Assert.Equal(new ModelAnswer(Words, FakeLanguageModel.Model, FakeModelAnswers.TokensIn, FakeModelAnswers.TokensOut + FakeModelAnswers.TokensThought), answer);
        Assert.Equal(Words, string.Concat(heard));
        Assert.Empty(bench.Model.Violations);
        Assert.False(bench.State.IsFailing);
    }

    [Fact]
    public async Task Complete_Request_IsOfTheContractAndOfNothingElse()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Model.Next(FakeModelAnswers.Stream(Words));

        await bench.Client.CompleteAsync(s_request, static _ => { }, Cancellation);

        Assert.Equal(
            $$$"""{"model":"gemini-3.5-flash-lite","messages":[{"role":"system","content":"Answer from the data."},{"role":"user","content":"DATA"}],"max_completion_tokens":2048,"response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":{{{Schema}}}}},"stream":true,"stream_options":{"include_usage":true}}""",
            Assert.Single(bench.Model.Calls).Body);
        Assert.Equal("/proxy/v1beta/openai/chat/completions", Assert.Single(bench.Model.Log.All).Path);
    }

    [Fact]
    public async Task Complete_EffortSet_IsSent()
    {
        await using var bench = await ModelBench.StartAsync(("Narrative:ReasoningEffort", "low"));
        bench.Model.Next(FakeModelAnswers.Stream(Words));

        await bench.Client.CompleteAsync(s_request, static _ => { }, Cancellation);

        Assert.Equal("low", Assert.Single(bench.Model.Calls).Json.GetProperty("reasoning_effort").GetString());
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Complete_Blocked_SaysSo(string form)
    {
        var answer = form switch
        {
            "native" => FakeModelAnswers.BlockedNatively,
            "choices" => FakeModelAnswers.BlockedWithoutChoices,
            "candidate" => FakeModelAnswers.BlockedCandidate("PROHIBITED_CONTENT"),
            "refusal" => FakeAnswer.Text(200, """{"choices":[{"index":0,"message":{"content":null,"refusal":"I can't."},"finish_reason":"stop"}]}"""),
            _ => FakeModelAnswers.Filtered(form),
        };

        var (failed, bench) = await FailAsync(answer);

        Assert.Equal((LanguageModelFailure.Blocked, "Gemini refused to write about this."), (failed.Failure, failed.Message));
        Assert.False(bench.State.IsFailing);
    }

    [Theory]
    [InlineData("cut", LanguageModelFailure.Unreachable, "The connection to Gemini broke before the answer was complete.")]
    [InlineData("faded", LanguageModelFailure.Unreachable, "The connection to Gemini broke before the answer was complete.")]
    [InlineData("endless", LanguageModelFailure.Unreadable, "Gemini sent an answer that makes no sense.")]
    [InlineData("length", LanguageModelFailure.Unreadable, "Gemini wrote more than there is room for.")]
    [InlineData("empty", LanguageModelFailure.Unreadable, "Gemini sent an answer without a text.")]
    [InlineData("page", LanguageModelFailure.Unreadable, "Gemini sent an answer that makes no sense.")]
    [InlineData("half", LanguageModelFailure.Unreadable, "Gemini sent an answer that makes no sense.")]
    [InlineData("garbage", LanguageModelFailure.Unreadable, "Gemini sent an answer that makes no sense.")]
    [InlineData("nothing", LanguageModelFailure.Unreadable, "Gemini sent an answer that makes no sense.")]
    [InlineData("other", LanguageModelFailure.Unreadable, "Gemini sent an answer that makes no sense.")]
    [InlineData("elsewhere", LanguageModelFailure.Misconfigured, "Gemini sends elsewhere, and the key is not taken there (Narrative:Endpoint).")]
    public async Task Complete_NoWholeAnswer_EndsInAPlainReason(string form, LanguageModelFailure failure, string message)
    {
        var (failed, bench) = await FailAsync(form switch
        {
            "cut" => FakeModelAnswers.Cut(Words),
            "faded" => FakeModelAnswers.Faded(Words),
            "endless" => FakeModelAnswers.Endless,
            "length" => FakeModelAnswers.Stopped(Words, "length"),
            "empty" => FakeModelAnswers.Stream(""),
            "page" => FakeAnswer.Html(200, "Sign in"),
            "half" => FakeAnswer.Text(200, """{"choices":[{"index":0,"mess"""),
            "garbage" => FakeAnswer.Text(200, "\u0001\u0002 no stream at all\nand more"),
            "nothing" => FakeAnswer.Empty(200),
            "other" => FakeAnswer.Text(200, """{"hello":"world"}"""),
            _ => FakeModelAnswers.Elsewhere,
        });

        Assert.Equal((failure, message), (failed.Failure, failed.Message));
        Assert.True(bench.State.IsFailing);
        Assert.Single(bench.Model.Log.All);
    }

    [Theory]
    [InlineData("37s", 37)]
    [InlineData("37.5s", 38)]
    [InlineData("soon", 60)]
    [InlineData(null, 60)]
    public async Task Complete_Limited_IsLeftAloneUntilThen(string? delay, int seconds)
    {
        var (failed, bench) = await FailAsync(delay is null ? FakeModelAnswers.WaitUntold : FakeModelAnswers.WaitFor(delay));
        var until = bench.Time.GetUtcNow().AddSeconds(seconds);

        var again = await Assert.ThrowsAsync<LanguageModelException>(() => AskAsync(bench));
        bench.Time.AdvanceTo(until);
        bench.Model.Next(FakeModelAnswers.Stream(Words));
        await AskAsync(bench);

        Assert.Equal((LanguageModelFailure.Limited, until, "Gemini asked to wait."), (failed.Failure, failed.RetryAt, failed.Message));
        Assert.Equal((LanguageModelFailure.Limited, until), (again.Failure, again.RetryAt));
        Assert.Equal(2, bench.Model.Calls.Count);
        Assert.Null(bench.Client.WhyNotNow());
    }

    [Fact]
    public async Task Complete_HeaderThatAsksToWait_IsHeeded()
    {
        var (failed, bench) = await FailAsync(FakeModelAnswers.WaitUntold with { RetryAfter = "90" });

        Assert.Equal(bench.Time.GetUtcNow().AddSeconds(90), failed.RetryAt);
        Assert.Equal(failed.RetryAt, bench.State.NextTryAt);
    }

    [Fact]
    public async Task Complete_QuotaOfTheDay_WaitsForMidnightOfThePacificCoast()
    {
        var (failed, bench) = await FailAsync(FakeModelAnswers.WaitForTomorrow);

        Assert.Equal((new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), "Gemini allows no more calls today."), (failed.RetryAt, failed.Message));
        Assert.NotNull(bench.Client.WhyNotNow());
    }

    [Fact]
    public async Task Complete_FaultThatAsksToWait_IsNotRepeated()
    {
        var (failed, bench) = await FailAsync(FakeModelAnswers.Overloaded with { RetryAfter = "300" });

        Assert.Equal((LanguageModelFailure.Unreachable, bench.Time.GetUtcNow().AddMinutes(5)), (failed.Failure, failed.RetryAt));
        Assert.Single(bench.Model.Calls);
    }

    [Fact]
    public async Task Complete_WrongKey_NamesTheSettingAndNeverTheKey()
    {
        await using var bench = await ModelBench.StartAsync(("Narrative:ApiKey", "wrong-key-9876543210"));
        bench.Model.Faults.Next(1, Fault.Answer(403, FaultBody.JsonObject));

        var denied = await Assert.ThrowsAsync<LanguageModelException>(() => AskAsync(bench));
        var wrong = await Assert.ThrowsAsync<LanguageModelException>(() => AskAsync(bench));

        Assert.Equal((LanguageModelFailure.Misconfigured, "Gemini does not accept the key (Narrative:ApiKey)."), (wrong.Failure, wrong.Message));
        Assert.Equal(LanguageModelFailure.Misconfigured, denied.Failure);
        Assert.DoesNotContain(bench.Log.Lines, line => line.Text.Contains("wrong-key", StringComparison.Ordinal) || line.Text.Contains("DATA", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Complete_RefusalThatRepeatsKeyOrPrompt_IsNotPassedOn()
    {
        var (echo, bench) = await FailAsync(FakeAnswer.Text(400, """{"error":{"message":"Bad request: {\"messages\":[DATA]}"}}"""));
        bench.Model.Next(FakeAnswer.Text(400, $$$"""{"error":{"message":"Key {{{FakeLanguageModel.Key}}} may not do this"}}"""));

        var key = await Assert.ThrowsAsync<LanguageModelException>(() => AskAsync(bench));

        Assert.Equal("Gemini refused the request (400).", echo.Message);
        Assert.Equal("Gemini refused the request (400): \"Key (hidden) may not do this\"", key.Message);
    }

    [Fact]
    public async Task Complete_UnknownModel_NamesThoseThereAre()
    {
        await using var bench = await ModelBench.StartAsync(("Narrative:Model", "gemini-3.9-flash"));

        var failed = await Assert.ThrowsAsync<LanguageModelException>(() => AskAsync(bench));
        bench.Model.Faults.Next(1, Fault.Answer(500), "/models");
        var listless = await Assert.ThrowsAsync<LanguageModelException>(() => AskAsync(bench));

        Assert.Equal(LanguageModelFailure.Misconfigured, failed.Failure);
        Assert.Equal("The model gemini-3.9-flash is not available (Narrative:Model). There are: gemini-3.5-flash-lite, gemini-3.6-flash, gemini-3.8-flash.", failed.Message);
        Assert.Equal("The model gemini-3.9-flash is not available (Narrative:Model, Narrative:Endpoint).", listless.Message);
        Assert.Empty(bench.Model.Violations);
    }

    [Fact]
    public async Task Complete_NobodyThere_SaysSo()
    {
        await using var bench = await ModelBench.StartAsync(("Narrative:Endpoint", "http://127.0.0.1:9/v1"), ("Narrative:Model", "llama-4"));

        var failed = await Assert.ThrowsAsync<LanguageModelException>(() => AskAsync(bench));

        Assert.Equal((LanguageModelFailure.Unreachable, "The language model could not be reached."), (failed.Failure, failed.Message));
    }

    [Fact]
    public async Task Complete_WithoutKey_CallsNobody()
    {
        await using var bench = await ModelBench.StartAsync(("Narrative:ApiKey", ""));

        var failed = await Assert.ThrowsAsync<LanguageModelException>(() => AskAsync(bench));

        Assert.Equal("No key for a language model is set (Narrative:ApiKey).", failed.Message);
        Assert.Empty(bench.Model.Log.All);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bench in _benches)
        {
            await bench.DisposeAsync();
        }
    }

    private static Task<ModelAnswer> AskAsync(ModelBench bench) => bench.Client.CompleteAsync(s_request, static _ => { }, Cancellation);

    /// <summary>How a call ends that is answered so, and the bench, for more.</summary>
    private async Task<(LanguageModelException Failed, ModelBench Bench)> FailAsync(FakeAnswer answer)
    {
        var bench = await ModelBench.StartAsync();
        _benches.Add(bench);
        bench.Model.Next(answer);
        return (await Assert.ThrowsAsync<LanguageModelException>(() => bench.DriveAsync(AskAsync(bench))), bench);
    }
}
