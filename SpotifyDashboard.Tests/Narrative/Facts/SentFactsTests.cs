using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Narrative.Facts;

public sealed class SentFactsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shown_Facts_AreExactlyThoseSent(bool withNames)
    {
        var facts = Facts(withNames);

        var html = await RenderAsync(facts);

        Assert.All(facts.Facts, fact => Assert.Contains($"{fact.Text}</a>", WebUtility.HtmlDecode(html), StringComparison.Ordinal));
        Assert.All(facts.Facts, fact => Assert.Contains($"href=\"{fact.Href}\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal));
        Assert.Equal(facts.Facts.Length, html.Split("<dd").Length - 1);
        Assert.Equal(!withNames, html.Contains("are left out", StringComparison.Ordinal));
        Assert.Equal(withNames, html.Contains("Nordlys", StringComparison.Ordinal));
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains(FactsJson.Of(facts.Facts), WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shown_NothingPlayed_SaysSo()
    {
        var html = await RenderAsync(Facts(withNames: true) with { Facts = [] });

        Assert.Contains("there is nothing to send", html, StringComparison.Ordinal);
    }

    private static NarrativeFacts Facts(bool withNames)
    {
        var view = new LogOf().Play("2026-06-10T12:00:00Z", track: "Nordlys - <b>Polar</b>").View(from: "2026-06-08", to: "2026-06-14");
        return NarrativeFactsBuilder.Build(view, PlantedMoods.Of(view.Log.Catalogue), withNames);
    }

    private static async Task<string> RenderAsync(NarrativeFacts facts)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var shown = await renderer.RenderComponentAsync<SentFacts>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(SentFacts.Facts)] = facts }));
            return shown.ToHtmlString();
        });
    }
}
