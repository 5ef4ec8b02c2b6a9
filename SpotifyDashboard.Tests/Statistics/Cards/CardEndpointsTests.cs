using System.Xml.Linq;

namespace SpotifyDashboard.Tests.Statistics.Cards;

public sealed class CardEndpointsTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"), ("2026-03-02T10:00:00Z", 60_000, "=Two"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("story", 1080, 1920)]
    [InlineData("landscape", 1200, 630)]
    [InlineData("RECEIPT", 800, 1400)]
    public async Task Card_OfAMonth_IsASelfContainedPicture(string shape, int width, int height)
    {
        using var client = _host.CreateClient();
        using var response = await client.GetAsync(new Uri($"/api/cards/{shape}.svg?from=2026-03-01&to=2026-03-31&list=artists&theme=light", UriKind.Relative), Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        var card = XDocument.Parse(text).Root;

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(($"{width}", $"{height}"), (card?.Attribute("width")?.Value, card?.Attribute("height")?.Value));
        Assert.Contains("Listening, March 2026: 2 plays, 4 minutes", card?.Value, StringComparison.Ordinal);
        Assert.Contains("Beyoncé", card?.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("http", text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/cards/poster.svg", "shape")]
    [InlineData("/api/cards/story.svg?theme=green", "theme")]
    [InlineData("/api/cards/story.svg?list=moods", "list")]
    [InlineData("/api/cards/story.svg?from=yesterday", "from")]
    [InlineData("/api/cards/story.svg?from=2026-03-02&to=2026-03-01", "to")]
    [InlineData("/api/cards/story.svg?name=Mara", "name")]
    public async Task Card_AskedInAnImpossibleWay_Is400AndNamesIt(string address, string parameter)
    {
        var (status, problem) = await _host.GetAsync(address);

        Assert.Equal((400, parameter), (status, problem.GetProperty("parameter").GetString()));
    }

    [Fact]
    public async Task Card_WhereThereIsNobody_Is404()
    {
        await using var empty = new ApiHost();

        Assert.Equal(404, (await empty.GetAsync("/api/cards/story.svg")).Status);
    }
}
