using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Narrative;

/// <summary>Stories over HTTP where a key is set: when the model is asked, and how often.</summary>
public sealed class NarrativeModelTests
{
    private const string WithConsent = """{ "consent": true }""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwentyRequests_ForOneStoryAtOnce_AreOneCallOfTheModel()
    {
        await using var fake = await FakeLanguageModel.StartAsync(TimeProvider.System, Cancellation);
        var open = new TaskCompletionSource();
        fake.Next(call => Held(FakeModelAnswers.Stream(FaithfulStory.Of(call)), open.Task));
        await using var host = Host(fake);
        await host.AddMarchAsync();

        var jobs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.StartAsync(WithConsent)));
        open.SetResult();
        var ended = await host.EndOfAsync(jobs[0]);

        Assert.Single(jobs.Distinct());
        Assert.Single(fake.Calls);
        Assert.Equal("model", ended.GetProperty("result").GetProperty("source").GetString());
        var story = Assert.Single((await host.GetAsync("/api/narratives")).Body.EnumerateArray());
        Assert.Equal(FakeLanguageModel.Model, story.GetProperty("model").GetString());
        var choices = (await host.GetAsync("/api/narratives/choices")).Body;
        Assert.Equal(19, choices.GetProperty("callsLeft").GetInt32());
        Assert.Equal(1, choices.GetProperty("acceptance").GetProperty("share").GetDouble());
    }

    [Fact]
    public async Task Request_WithoutConsent_SendsNothingWhateverWasAgreed()
    {
        await using var fake = await FakeLanguageModel.StartAsync(TimeProvider.System, Cancellation);
        await using var host = Host(fake);
        await host.AddMarchAsync();
        await host.SendAsync(HttpMethod.Patch, "/api/narratives/choices", """{ "agreed": true }""");

        var ended = await host.EndOfAsync(await host.StartAsync("{}"));

        Assert.Equal("template", ended.GetProperty("result").GetProperty("source").GetString());
        Assert.Equal(JsonValueKind.Null, ended.GetProperty("result").GetProperty("remark").ValueKind);
        Assert.Empty(fake.Calls);
    }

    [Fact]
    public async Task Request_AfterTheLastCallOfTheDay_GetsTheTemplateAndTheReason()
    {
        await using var fake = await FakeLanguageModel.StartAsync(TimeProvider.System, Cancellation);
        await using var host = Host(fake);
        await host.AddMarchAsync();
        var listener = (await host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(Cancellation))?.Id ?? 0;
        var guard = host.Services.GetRequiredService<NarrativeCallGuard>();
        for (var call = 0; call < 19; call++)
        {
            Assert.Null(await guard.TakeAsync(listener, Cancellation));
        }

        var twentieth = await host.EndOfAsync(await host.StartAsync(WithConsent));
        var afterwards = await host.EndOfAsync(await host.StartAsync(WithConsent));

        Assert.Equal("model", twentieth.GetProperty("result").GetProperty("source").GetString());
        Assert.Equal("template", afterwards.GetProperty("result").GetProperty("source").GetString());
        Assert.Equal("All 20 calls of the model for today are used; more are free tomorrow.", afterwards.GetProperty("result").GetProperty("remark").GetString());
        Assert.Single(fake.Calls);
    }

    private static ApiHost Host(FakeLanguageModel fake) => new()
    {
        Settings = { ["Narrative:Endpoint"] = fake.Url, ["Narrative:ApiKey"] = FakeLanguageModel.Key },
    };

    /// <summary>The same answer, once it is let go.</summary>
    private static FakeAnswer Held(FakeAnswer answer, Task open) => answer with
    {
        Pieces = async (context, cancellationToken) =>
        {
            await open.WaitAsync(cancellationToken);
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Body), cancellationToken);
        },
    };
}
