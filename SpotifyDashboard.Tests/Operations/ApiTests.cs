using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Operations;

public sealed class ApiTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Ready_FreshInstallation_IsHealthyThroughout()
    {
        var (status, ready) = await _host.GetAsync("/health/ready");

        Assert.Equal((200, "healthy"), (status, ready.GetProperty("status").GetString()));
        var services = ready.GetProperty("services");
        Assert.Equal(["database", "spotify_api", "google_sheets", "cache", "ingestion"], services.EnumerateObject().Select(service => service.Name));
        Assert.All(services.EnumerateObject(), service => Assert.Equal("healthy", service.Value.GetProperty("status").GetString()));
        Assert.EndsWith("Z", ready.GetProperty("timestamp").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_DatabaseDoesNotAnswer_Is503()
    {
        await _host.GetAsync("/health/ready");
        await _host.BreakDatabaseAsync();

        var (ready, body) = await _host.GetAsync("/health/ready");
        var (live, _) = await _host.GetAsync("/health/live");

        Assert.Equal((503, "unhealthy", 200), (ready, body.GetProperty("services").GetProperty("database").GetProperty("status").GetString(), live));
    }

    [Fact]
    public async Task OpenApi_EveryEndpointOfTheApi_IsDescribed()
    {
        var (_, description) = await _host.GetAsync("/openapi/v1.json");

        var paths = description.GetProperty("paths");
        string[] expected = ["/api/stats/summary", "/api/stats/top", "/api/stats/heatmap", "/api/stats/calendar", "/api/history", "/api/history.csv", "/api/users/me", "/health/ready"];
        Assert.Empty(expected.Except(paths.EnumerateObject().Select(path => path.Name)));
        Assert.All(paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()), operation => Assert.NotEmpty(operation.Value.GetProperty("summary").GetString() ?? ""));
        Assert.Equal(412, paths.GetProperty("/api/stats/summary").GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("example").GetProperty("plays").GetInt32());
    }

    [Fact]
    public async Task Api_UnknownAddress_IsAProblem()
    {
        var (status, problem) = await _host.GetAsync("/api/nothing");

        Assert.Equal((404, 404), (status, problem.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task Access_ForeignOrigin_IsRefusedInOneSentence()
    {
        using var client = _host.CreateClient();
        client.DefaultRequestHeaders.Add("Origin", "http://evil.example");

        using var response = await client.GetAsync(new Uri("/api/stats/summary", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }
}
