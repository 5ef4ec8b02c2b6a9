using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Jobs;

/// <summary>Jobs over HTTP, in the shape that the design gives them.</summary>
public sealed class JobsEndpointsTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_ThatEnded_IsShownWithTheFieldsOfTheDesignAndNoOthers()
    {
        await using var bench = await JobBench.CreateAsync(server);
        await using var web = await ServeAsync(bench, new ScriptedJob("work", (job, _) =>
        {
            job.Report("Working…", 1, 2);
            return Task.FromResult<object?>(new { Added = 7 });
        }));
        var ended = await web.Services.GetRequiredService<JobRunner>().RunAsync("work", bench.Listener, "{}", Cancellation);

        var one = await ReadAsync(web, $"/api/jobs/{ended.Id}");
        var all = await ReadAsync(web, "/api/jobs");

        var expected = $$$"""{"id":"{{{ended.Id}}}","kind":"work","state":"succeeded","step":"Working…","done":1,"total":2,"message":null,"result":{"added":7}}""";
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), one), one.GetRawText());
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse($"[{expected}]"), all), all.GetRawText());
    }

    [Fact]
    public async Task Delete_OfARunningJob_CancelsIt()
    {
        await using var bench = await JobBench.CreateAsync(server);
        await using var web = await ServeAsync(bench, new ScriptedJob("work", async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return null;
        }));
        using var client = web.GetTestClient();
        var id = await web.Services.GetRequiredService<JobRunner>().EnqueueAsync("work", bench.Listener, "{}", Cancellation);

        using var cancelled = await client.DeleteAsync(new Uri($"/api/jobs/{id}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        await JobBench.WaitForAsync(web, id, job => job.State == JobState.Cancelled);

        using var again = await client.DeleteAsync(new Uri($"/api/jobs/{id}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("application/problem+json", again.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Jobs_UnknownParameter_IsRefusedByName()
    {
        await using var bench = await JobBench.CreateAsync(server);
        await using var web = await ServeAsync(bench, new ScriptedJob("work", (_, _) => Task.FromResult<object?>(null)));
        using var client = web.GetTestClient();

        using var answer = await client.GetAsync(new Uri("/api/jobs?colour=red", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("colour", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task UnknownJob_IsAProblemWithStatus404(string method)
    {
        await using var bench = await JobBench.CreateAsync(server);
        await using var web = await ServeAsync(bench);
        using var client = web.GetTestClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/jobs/{Guid.NewGuid()}");

        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<WebApplication> ServeAsync(JobBench bench, params IJobHandler[] handlers)
    {
        var program = await bench.ProgramAsync(handlers: handlers);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(program.Services.GetRequiredService<JobRunner>());
        var web = builder.Build();
        web.MapJobs();
        await web.StartAsync(Cancellation);
        return web;
    }

    private static async Task<JsonElement> ReadAsync(WebApplication web, string path)
    {
        using var client = web.GetTestClient();
        return JsonElement.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
    }
}
