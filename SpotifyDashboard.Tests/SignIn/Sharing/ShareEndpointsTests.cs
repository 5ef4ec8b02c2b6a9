using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.SignIn.Sharing;

public sealed class ShareEndpointsTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Share_MadeListedAndWithdrawn_TellsEachStepAndItsAddressOnce()
    {
        var (status, made) = await PostAsync("""{ "page": "/top20?range=1y&kind=ALBUMS", "days": 2 }""");
        var (_, listed) = await _host.GetAsync("/api/shares");
        using var client = _host.CreateClient();
        using var gone = await client.DeleteAsync(new Uri("/api/shares/1", UriKind.Relative), Cancellation);
        var (_, after) = await _host.GetAsync("/api/shares");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Matches("^http://localhost/s/[A-Za-z0-9_-]{43}$", made.GetProperty("url").GetString());
        Assert.Equal("/top20?kind=albums&range=1y", made.GetProperty("link").GetProperty("page").GetString());
        Assert.Equal("Top 20 albums, one year", listed[0].GetProperty("title").GetString());
        Assert.Equal("active", listed[0].GetProperty("state").GetString());
        Assert.DoesNotContain(made.GetProperty("url").GetString()?.Split('/')[^1] ?? "", listed.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NoContent, "revoked"), (gone.StatusCode, after[0].GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("[]", "body")]
    [InlineData("{}", "page")]
    [InlineData("""{ "page": 5 }""", "page")]
    [InlineData("""{ "page": "/settings" }""", "page")]
    [InlineData("""{ "page": "/top20?colour=red" }""", "page")]
    [InlineData("""{ "page": "/top20?range=2w" }""", "range")]
    [InlineData("""{ "page": "/top20?kind=genres" }""", "kind")]
    [InlineData("""{ "page": "/top20?range=all&source=spotify" }""", "source")]
    [InlineData("""{ "page": "/top20", "days": 0 }""", "days")]
    [InlineData("""{ "page": "/top20", "days": 366 }""", "days")]
    [InlineData("""{ "page": "/top20", "days": "7" }""", "days")]
    [InlineData("""{ "page": "/top20", "showsName": "yes" }""", "showsName")]
    [InlineData("""{ "page": "/top20", "listenerId": 2 }""", "listenerId")]
    public async Task Share_UnusableWish_Is400AndMakesNothing(string body, string parameter)
    {
        var (status, problem) = await PostAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, parameter), (status, problem.GetProperty("parameter").GetString()));
        Assert.Equal(0, (await _host.GetAsync("/api/shares")).Body.GetArrayLength());
    }

    [Fact]
    public async Task Shares_UnknownParameterOrId_IsAProblem()
    {
        Assert.Equal(400, (await _host.GetAsync("/api/shares?token=x")).Status);
        using var client = _host.CreateClient();
        using var unknown = await client.DeleteAsync(new Uri("/api/shares/4711", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Shares_WithoutAListener_AreEmptyAndCantBeMade()
    {
        await using var empty = new ApiHost();

        Assert.Equal(0, (await empty.GetAsync("/api/shares")).Body.GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("""{ "page": "/top20" }""", empty)).Status);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string json, ApiHost? host = null)
    {
        using var client = (host ?? _host).CreateClient();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/api/shares", UriKind.Relative), content, Cancellation);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }
}
