using System.Net;
using System.Text.Json;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Narrative.Ask;

/// <summary>Questions that a model puts into words: checked, mended once, else the facts alone.</summary>
public sealed class AskModelTests
{
    private const string Right = """{ "answer": "In all there were 3 plays." }""";
    private const string Wrong = """{ "answer": "In all there were 4,711 plays." }""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_ModelSaysWhatTheFactsSay_AnswersWithCitations()
    {
        await using var model = await FakeLanguageModel.StartAsync(TimeProvider.System, Cancellation);
        await using var host = await HostAsync(model.Next(FakeModelAnswers.Stream(Right)));

        var answer = await AskAsync(host, isAgreed: true);

        var words = answer.GetProperty("answer");
        Assert.Equal(("In all there were 3 plays.", "model"), (words.GetProperty("text").GetString(), words.GetProperty("source").GetString()));
        Assert.Contains("plays", Assert.Single(words.GetProperty("citations").EnumerateArray()).GetProperty("facts").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(words.GetProperty("checked").GetProperty("claims").GetInt32(), words.GetProperty("checked").GetProperty("supported").GetInt32());
        Assert.Contains("How much did I listen in March 2026?", Assert.Single(model.Calls).Question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ModelErrsOnce_IsToldTheFaultAndMendsIt()
    {
        await using var model = await FakeLanguageModel.StartAsync(TimeProvider.System, Cancellation);
        await using var host = await HostAsync(model.Next(FakeModelAnswers.Stream(Wrong)).Next(FakeModelAnswers.Stream(Right)));

        Assert.Equal("In all there were 3 plays.", (await AskAsync(host, isAgreed: true)).GetProperty("answer").GetProperty("text").GetString());
        Assert.Contains("4,711", model.Calls[1].Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ModelErrsTwice_LeavesTheFactsAndSaysWhy()
    {
        await using var model = await FakeLanguageModel.StartAsync(TimeProvider.System, Cancellation);
        await using var host = await HostAsync(model.Next(FakeModelAnswers.Stream(Wrong)).Next(FakeModelAnswers.Stream(Wrong)));

        var answer = await AskAsync(host, isAgreed: true);

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("answer").ValueKind);
        Assert.Contains("things your data does not", answer.GetProperty("remark").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(answer.GetProperty("facts").EnumerateArray());
        Assert.Equal(2, model.Calls.Count);
    }

    [Fact]
    public async Task Ask_WithoutConsent_AsksNoModel()
    {
        await using var model = await FakeLanguageModel.StartAsync(TimeProvider.System, Cancellation);
        await using var host = await HostAsync(model);

        Assert.Equal(JsonValueKind.Null, (await AskAsync(host, isAgreed: false)).GetProperty("answer").ValueKind);
        Assert.Empty(model.Calls);
    }

    [Fact]
    public async Task Ask_NamesLeftOut_SendsNothing()
    {
        await using var model = await FakeLanguageModel.StartAsync(TimeProvider.System, Cancellation);
        await using var host = await HostAsync(model);
        await host.SendAsync(HttpMethod.Patch, "/api/narratives/choices", """{ "leaveNamesOut": true }""");

        Assert.Contains("leave names out", (await AskAsync(host, isAgreed: true)).GetProperty("remark").GetString(), StringComparison.Ordinal);
        Assert.Empty(model.Calls);
    }

    [Fact]
    public async Task Ask_ModelIsOverBusy_LeavesTheFactsAndSaysWhy()
    {
        await using var model = await FakeLanguageModel.StartAsync(TimeProvider.System, Cancellation);
        await using var host = await HostAsync(model.Next(FakeModelAnswers.WaitForTomorrow));

        var answer = await AskAsync(host, isAgreed: true);

        Assert.NotEmpty(answer.GetProperty("remark").GetString() ?? "");
        Assert.NotEmpty(answer.GetProperty("facts").EnumerateArray());
    }

    private static async Task<ApiHost> HostAsync(FakeLanguageModel model)
    {
        var host = new ApiHost();
        host.Settings["Narrative:Endpoint"] = model.Url;
        host.Settings["Narrative:ApiKey"] = FakeLanguageModel.Key;
        await host.AddPlaysAsync(("2026-03-02T08:00:00Z", 200_000, "One"), ("2026-03-04T20:00:00Z", 200_000, "One"), ("2026-03-05T20:00:00Z", 100_000, "=Two"));
        return host;
    }

    private static async Task<JsonElement> AskAsync(ApiHost host, bool isAgreed)
    {
        var (status, answer) = await host.SendAsync(
            HttpMethod.Post, "/api/narratives/ask", $$"""{ "question": "How much did I listen in March 2026?", "consent": {{(isAgreed ? "true" : "false")}} }""");
        Assert.Equal(HttpStatusCode.OK, status);
        return answer;
    }
}
