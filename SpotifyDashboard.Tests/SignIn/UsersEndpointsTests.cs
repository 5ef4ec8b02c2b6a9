using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.SignIn;

public sealed class UsersEndpointsTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();

    public async ValueTask InitializeAsync() => await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Patch_SomeSettings_ChangesThoseOnly()
    {
        var (status, changed) = await PatchAsync("""{ "countingRule": "finished", "theme": "dark", "language": "de" }""");
        var (_, me) = await _host.GetAsync("/api/users/me");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(changed.GetRawText(), me.GetRawText());
        Assert.Equal(("finished", "UTC"), (me.GetProperty("countingRule").GetString(), me.GetProperty("timeZone").GetString()));
    }

    [Theory]
    [InlineData("""{ "timeZone": "Mars/Olympus" }""", "timeZone")]
    [InlineData("""{ "timeZone": null }""", "timeZone")]
    [InlineData("""{ "countingRule": "most" }""", "countingRule")]
    [InlineData("""{ "theme": "pink" }""", "theme")]
    [InlineData("""{ "theme": 1 }""", "theme")]
    [InlineData("""{ "language": "not a tag" }""", "language")]
    [InlineData("""{ "displayName": "Me" }""", "displayName")]
    [InlineData("[]", "body")]
    public async Task Patch_UnusableValue_Is400AndChangesNothing(string body, string parameter)
    {
        var (_, before) = await _host.GetAsync("/api/users/me");

        var (status, problem) = await PatchAsync(body);
        var (_, after) = await _host.GetAsync("/api/users/me");

        Assert.Equal((HttpStatusCode.BadRequest, parameter), (status, problem.GetProperty("parameter").GetString()));
        Assert.Equal(before.GetRawText(), after.GetRawText());
    }

    [Fact]
    public async Task Patch_NoJson_IsAProblem()
    {
        var (status, problem) = await PatchAsync("{ \"theme");

        Assert.Equal((HttpStatusCode.BadRequest, 400), (status, problem.GetProperty("status").GetInt32()));
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PatchAsync(string json)
    {
        using var client = _host.CreateClient();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PatchAsync(new Uri("/api/users/me", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }
}
