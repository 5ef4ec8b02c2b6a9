using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.SignIn.Sharing;

/// <summary>What a visitor gets at <c>/s/…</c> and <c>/top20/public</c>, asked over HTTP.</summary>
public sealed partial class SharedPagesTests : IAsyncLifetime
{
    private const string Name = "Mara <i>Lindqvist</i>";
    private const string Picture = "https://i.scdn.co/image/mara";

    private readonly ApiHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var now = DateTimeOffset.UtcNow;
        await _host.AddPlaysAsync(($"{now.AddDays(-1):O}", 200_000, "One"), ($"{now.AddDays(-2):O}", 200_000, "One"));
        await _host.Services.GetRequiredService<ListenerDirectory>().ChangeAsync(1, listener => (listener.DisplayName, listener.ImageUrl) = (Name, Picture), Cancellation);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Link_Opened_ShowsThePageAndNothingElse()
    {
        var (response, html) = await OpenAsync(await ShareAsync("""{ "page": "/top20?range=4w" }"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Top 20 tracks", html, StringComparison.Ordinal);
        Assert.Contains("One", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindqvist", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Picture, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<nav", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("blazor.web", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<!--Blazor", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_Opened_AsksSearchEnginesToStayAwayAndSendsNoReferrer()
    {
        var (response, html) = await OpenAsync(await ShareAsync("""{ "page": "/top20" }"""));

        Assert.Equal("noindex, nofollow", HeaderOf(response, "X-Robots-Tag"));
        Assert.Equal("no-referrer", HeaderOf(response, "Referrer-Policy"));
        Assert.Equal("no-store", HeaderOf(response, "Cache-Control"));
        Assert.Contains("default-src 'none'", HeaderOf(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("noindex", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ThatSaysWhoItIs_ShowsNameAndPictureEscaped()
    {
        var (_, html) = await OpenAsync(await ShareAsync("""{ "page": "/top20", "showsName": true }"""));

        Assert.Contains("Mara &lt;i&gt;Lindqvist&lt;/i&gt;", html, StringComparison.Ordinal);
        Assert.Contains(Picture, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_UnknownOrWithdrawn_AnswerAlike()
    {
        var withdrawn = await ShareAsync("""{ "page": "/top20" }""");
        using var client = _host.CreateClient();
        using var deleted = await client.DeleteAsync(new Uri("/api/shares/1", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);

        var answers = new List<string>();
        foreach (var path in new[] { withdrawn, "/s/unknown", $"/s/{new string('A', 43)}", "/s", "/s/a/b", $"{withdrawn}/api/stats/summary", "/s/%F0%9F%8E%B5" })
        {
            var (response, html) = await OpenAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, response.StatusCode));
            response.Headers.Remove("Date");
            answers.Add($"{response.Headers}{html}");
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Contains("no longer works", answers[0], StringComparison.Ordinal);
        Assert.DoesNotContain("shell", answers[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Link_AskedInAnotherWay_DoesNothing(string method)
    {
        var path = await ShareAsync("""{ "page": "/top20" }""");
        using var client = _host.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(path)).Response.StatusCode);
    }

    [Fact]
    public async Task Log_AtItsMostTalkative_NeverSaysAToken()
    {
        using var log = new KeptLog();
        await using var host = _host.WithWebHostBuilder(builder => builder
            .UseSetting("Logging:LogLevel:Default", "Trace")
            .UseSetting("Logging:LogLevel:Microsoft", "Trace")
            .UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace")
            .UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace")
            .ConfigureLogging(logging => logging.ClearProviders().AddProvider(log)));
        var path = await ShareAsync("""{ "page": "/top20" }""", host.CreateClient());

        using var client = host.CreateClient();
        Assert.Contains("Top 20", await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation), StringComparison.Ordinal);
        using var missing = await client.GetAsync(new Uri(path + "x", UriKind.Relative), Cancellation);

        Assert.Contains("share_links", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(path["/s/".Length..], log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicTop20_WithoutTheSetting_IsNotThere()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync("/top20/public")).Response.StatusCode);
    }

    [Fact]
    public async Task PublicTop20_BySetting_ShowsNoNameUntilTheListenerSaysSo()
    {
        await using var host = _host.WithWebHostBuilder(static builder => builder.UseSetting("Access:PublicTop20", "1"));
        using var client = host.CreateClient();

        var (response, html) = await OpenAsync("/top20/public?kind=artists&range=1y", client);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("X-Robots-Tag"));
        Assert.DoesNotContain("noindex", html, StringComparison.Ordinal);
        Assert.Contains("Top 20 artists", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindqvist", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Picture, html, StringComparison.Ordinal);
        var links = Hrefs().Matches(html).Select(match => match.Groups["path"].Value);
        Assert.All(links.Where(link => !link.Contains('.', StringComparison.Ordinal)), link => Assert.StartsWith("/top20/public?", link, StringComparison.Ordinal));

        await host.Services.GetRequiredService<ListenerDirectory>().ChangeAsync(1, listener => listener.ShowsNamePublicly = true, Cancellation);
        Assert.Contains("Lindqvist", (await OpenAsync("/top20/public", client)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?kind=genres")]
    [InlineData("?range=2w")]
    [InlineData("?listener=2")]
    [InlineData("?kind=albums&source=spotify")]
    [InlineData("?kind=tracks&kind=artists")]
    public async Task PublicTop20_WithChoicesThereAreNot_IsNotFound(string query)
    {
        await using var host = _host.WithWebHostBuilder(static builder => builder.UseSetting("Access:PublicTop20", "1"));
        using var client = host.CreateClient();

        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync($"/top20/public{query}", client)).Response.StatusCode);
    }

    private async Task<string> ShareAsync(string json, HttpClient? client = null)
    {
        using var asking = client ?? _host.CreateClient();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await asking.PostAsync(new Uri("/api/shares", UriKind.Relative), content, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new Uri((await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("url").GetString() ?? "").AbsolutePath;
    }

    private async Task<(HttpResponseMessage Response, string Html)> OpenAsync(string path, HttpClient? client = null)
    {
        var response = await (client ?? _host.CreateClient()).GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return (response, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static string HeaderOf(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));

    [GeneratedRegex("href=\"(?<path>/[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hrefs();
}
