using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Narrative;

/// <summary>Stories over HTTP, with no key: the template writes.</summary>
public sealed class NarrativeEndpointTests
{
    private static readonly string[] s_members =
        ["id", "title", "description", "roast", "tone", "source", "model", "createdAt", "from", "to", "facts", "citations", "checked"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Story_IsWrittenReadReportedAndDeleted()
    {
        await using var host = new ApiHost();
        await host.AddMarchAsync();

        var started = await host.SendAsync(HttpMethod.Post, "/api/narratives", """{ "tone": "professional", "consent": true }""");
        Assert.Equal(HttpStatusCode.Accepted, started.Status);
        var job = await host.EndOfAsync(started.Body.GetProperty("jobId").GetGuid());
        Assert.Equal("succeeded", job.GetProperty("state").GetString());
        var id = job.GetProperty("result").GetProperty("narrativeId").GetGuid();

        var (status, story) = await host.GetAsync($"/api/narratives/{id}");
        Assert.Equal(200, status);
        Assert.Equal(s_members, story.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("professional", "template", "2026-03-02", "2026-03-05"), (Text(story, "tone"), Text(story, "source"), Text(story, "from"), Text(story, "to")));
        Assert.Equal(JsonValueKind.Null, story.GetProperty("model").ValueKind);
        Assert.All(new[] { "title", "description", "roast" }, part => Assert.NotEmpty(Text(story, part)));
        var checkedCounts = story.GetProperty("checked");
        Assert.InRange(checkedCounts.GetProperty("claims").GetInt32(), 1, int.MaxValue);
        Assert.Equal(checkedCounts.GetProperty("claims").GetInt32(), checkedCounts.GetProperty("supported").GetInt32());
        AssertCitationsLeadToFacts(story);

        var (_, stories) = await host.GetAsync("/api/narratives");
        Assert.Equal(id, Assert.Single(stories.EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Equal(id, (await host.GetAsync("/api/analysis/report")).Body.GetProperty("narrative").GetProperty("id").GetGuid());
        Assert.Equal(s_members, (await host.GetAsync("/api/analysis/report?tone=professional")).Body.GetProperty("narrative").EnumerateObject().Select(member => member.Name));
        Assert.Equal(JsonValueKind.Null, (await host.GetAsync("/api/analysis/report?tone=roast")).Body.GetProperty("narrative").ValueKind);

        Assert.Equal(HttpStatusCode.NoContent, (await host.SendAsync(HttpMethod.Delete, $"/api/narratives/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync(HttpMethod.Delete, $"/api/narratives/{id}")).Status);
        Assert.Equal(404, (await host.GetAsync($"/api/narratives/{id}")).Status);
        Assert.Equal(JsonValueKind.Null, (await host.GetAsync("/api/analysis/report")).Body.GetProperty("narrative").ValueKind);
    }

    [Fact]
    public async Task Story_OfNothingSaid_IsAboutEverythingInTheUsualTone()
    {
        await using var host = new ApiHost();
        await host.AddMarchAsync();
        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(HttpMethod.Patch, "/api/narratives/choices", """{ "tone": "roast" }""")).Status);

        var started = await host.SendAsync(HttpMethod.Post, "/api/narratives", body: null);
        Assert.Equal(HttpStatusCode.Accepted, started.Status);
        var job = await host.EndOfAsync(started.Body.GetProperty("jobId").GetGuid());

        var (_, story) = await host.GetAsync($"/api/narratives/{job.GetProperty("result").GetProperty("narrativeId").GetGuid()}");
        Assert.Equal(("roast", "2026-03-02"), (Text(story, "tone"), Text(story, "from")));
    }

    [Fact]
    public async Task Story_OfDaysWithoutPlays_FailsWithTheReason()
    {
        await using var host = new ApiHost();
        await host.AddMarchAsync();

        var started = await host.SendAsync(HttpMethod.Post, "/api/narratives", """{ "from": "2020-01-01", "to": "2020-01-31" }""");
        var job = await host.EndOfAsync(started.Body.GetProperty("jobId").GetGuid());

        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.Contains("January 2020", Text(job, "message"), StringComparison.Ordinal);
        Assert.Empty((await host.GetAsync("/api/narratives")).Body.EnumerateArray());
    }

    [Theory]
    [InlineData("POST", "/api/narratives", """{ "from": "1 March" }""", "from")]
    [InlineData("POST", "/api/narratives", """{ "from": "2026-03-02", "to": "2026-03-01" }""", "to")]
    [InlineData("POST", "/api/narratives", """{ "to": 20260301 }""", "to")]
    [InlineData("POST", "/api/narratives", """{ "tone": "angry" }""", "tone")]
    [InlineData("POST", "/api/narratives", """{ "tone": "" }""", "tone")]
    [InlineData("POST", "/api/narratives", """{ "consent": "yes" }""", "consent")]
    [InlineData("POST", "/api/narratives", """{ "model": "mine" }""", "model")]
    [InlineData("POST", "/api/narratives", "[]", "body")]
    [InlineData("POST", "/api/narratives?tone=roast", "{}", "tone")]
    [InlineData("PATCH", "/api/narratives/choices", """{ "agreed": 1 }""", "agreed")]
    [InlineData("PATCH", "/api/narratives/choices", """{ "daily": true }""", "daily")]
    [InlineData("GET", "/api/narratives/facts?from=x", null, "from")]
    [InlineData("GET", "/api/narratives?limit=3", null, "limit")]
    public async Task Request_ThatCantBeUsed_IsRefusedByName(string method, string address, string? body, string parameter)
    {
        await using var host = new ApiHost();

        var (status, problem) = await host.SendAsync(new HttpMethod(method), address, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(parameter, Text(problem, "parameter"));
    }

    [Fact]
    public async Task Stories_OfAnotherListener_AreNotFound()
    {
        await using var host = new ApiHost();
        await host.AddMarchAsync();
        var current = await host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(Cancellation);
        var stranger = await AddListenerAsync(host);
        var store = host.Services.GetRequiredService<NarrativeStore>();
        var own = StoryBench.Story(current?.Id ?? 0);
        var foreign = StoryBench.Story(stranger);
        await store.AddAsync(own, Cancellation);
        await store.AddAsync(foreign, Cancellation);

        Assert.Equal(404, (await host.GetAsync($"/api/narratives/{foreign.Id}")).Status);
        Assert.Equal(404, (await host.GetAsync($"/api/narratives/{own.Id}/compare/{foreign.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync(HttpMethod.Delete, $"/api/narratives/{foreign.Id}")).Status);
        Assert.Equal(200, (await host.GetAsync($"/api/narratives/{own.Id}/compare/{own.Id}")).Status);
        Assert.Single((await host.GetAsync("/api/narratives")).Body.EnumerateArray());
        Assert.NotNull(await store.FindAsync(stranger, foreign.Id, Cancellation));
    }

    [Fact]
    public async Task Comparison_SaysWhatChanged()
    {
        await using var host = new ApiHost();
        await host.AddMarchAsync();
        var listener = (await host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(Cancellation))?.Id ?? 0;
        var store = host.Services.GetRequiredService<NarrativeStore>();
        var later = StoryBench.Story(listener);
        var earlier = later with
        {
            Id = Guid.CreateVersion7(),
            PeriodKey = "2026-02",
            Days = new(new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)),
            Facts = [later.Facts[0] with { Text = "You played 1,000 tracks.", Figures = [later.Facts[0].Figures[0] with { Value = 1000 }] }],
        };
        await store.AddAsync(later, Cancellation);
        await store.AddAsync(earlier, Cancellation);

        var (status, comparison) = await host.GetAsync($"/api/narratives/{later.Id}/compare/{earlier.Id}");

        Assert.Equal(200, status);
        Assert.Equal(earlier.Id, comparison.GetProperty("earlier").GetGuid());
        var changes = comparison.GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal(["changed", "came"], changes.Select(change => Text(change, "kind")));
        Assert.Equal(204, changes[0].GetProperty("difference").GetDouble());
        Assert.Equal("Sigur Rós", Text(changes[1], "name"));
    }

    [Fact]
    public async Task Choices_AndWhatWouldBeSent_FollowThePatch()
    {
        await using var host = new ApiHost();
        await host.AddMarchAsync();
        var (_, untouched) = await host.GetAsync("/api/narratives/choices");
        Assert.False(untouched.GetProperty("agreed").GetBoolean());
        Assert.False(untouched.GetProperty("hasModel").GetBoolean());
        Assert.Equal((20, 20), (untouched.GetProperty("callsPerDay").GetInt32(), untouched.GetProperty("callsLeft").GetInt32()));
        Assert.Contains("Beyoncé", FactTexts((await host.GetAsync("/api/narratives/facts")).Body), StringComparison.Ordinal);

        var (status, changed) = await host.SendAsync(HttpMethod.Patch, "/api/narratives/choices", """{ "agreed": true, "leaveNamesOut": true, "yearly": true }""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(changed.GetProperty("agreed").GetBoolean());
        Assert.Equal((false, true), (changed.GetProperty("weekly").GetBoolean(), changed.GetProperty("yearly").GetBoolean()));
        var (_, facts) = await host.GetAsync("/api/narratives/facts?from=2026-03-01&to=2026-03-04");
        Assert.False(facts.GetProperty("hasNames").GetBoolean());
        Assert.DoesNotContain("Beyoncé", FactTexts(facts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stories_WithoutAListener_AreNotFound()
    {
        await using var host = new ApiHost();

        Assert.Equal(404, (await host.GetAsync("/api/narratives")).Status);
        Assert.Equal(404, (await host.GetAsync("/api/narratives/choices")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync(HttpMethod.Post, "/api/narratives", "{}")).Status);
    }

    private static async Task<int> AddListenerAsync(ApiHost host)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
        var stranger = host.Services.GetRequiredService<ListenerDirectory>().Create("Stranger", isDemo: false);
        context.Listeners.Add(stranger);
        await context.SaveChangesAsync(Cancellation);
        return stranger.Id;
    }

    private static void AssertCitationsLeadToFacts(JsonElement story)
    {
        var facts = story.GetProperty("facts").EnumerateArray().Select(fact => Text(fact, "id")).ToHashSet(StringComparer.Ordinal);
        var citations = story.GetProperty("citations").EnumerateArray().ToList();
        Assert.Contains(citations, citation => citation.GetProperty("facts").GetArrayLength() > 0);
        Assert.All(citations, citation => Assert.All(citation.GetProperty("facts").EnumerateArray(), id => Assert.Contains(id.GetString() ?? "", facts)));
        Assert.All(citations, citation => Assert.Contains(Text(citation, "sentence"), $"{Text(story, "title")} {Text(story, "description")} {Text(story, "roast")}", StringComparison.Ordinal));
        Assert.All(story.GetProperty("facts").EnumerateArray(), fact => Assert.Equal(["id", "text", "value", "unit", "href"], fact.EnumerateObject().Select(member => member.Name)));
    }

    private static string FactTexts(JsonElement facts) => string.Join('\n', facts.GetProperty("facts").EnumerateArray().Select(fact => Text(fact, "text")));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
