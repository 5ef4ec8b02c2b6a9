using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Architecture;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Moods;

namespace SpotifyDashboard.Tests.Narrative.Facts;

public sealed class NarrativeFactsServiceTests
{
    [Fact]
    public async Task Read_DemoListener_EveryFactLeadsToAPageThatExists()
    {
        await using var host = new DashboardHost();
        await host.Services.GetRequiredService<DemoListener>().EnsureAsync(TestContext.Current.CancellationToken);
        var listener = await host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(listener);
        var today = listener.DayAt(host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        var service = host.Services.GetRequiredService<NarrativeFactsService>();

        foreach (var period in new[] { new Period(today.AddDays(-27), today), new Period(new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year - 1, 12, 31)) })
        {
            var facts = await service.ReadAsync(listener, period, withNames: true, TestContext.Current.CancellationToken);

            Assert.Superset(
                new HashSet<FactTopic>([FactTopic.Period, FactTopic.Totals, FactTopic.Artists, FactTopic.Tracks, FactTopic.Genres, FactTopic.Moods, FactTopic.Rhythm, FactTopic.Sessions, FactTopic.Streaks, FactTopic.Taste]),
                facts.Facts.Select(fact => fact.Topic).ToHashSet());
            Assert.Equal(5, facts.Facts.Count(fact => fact.Topic == FactTopic.Artists));
            Assert.Equal(5, facts.Facts.Count(fact => fact.Id.StartsWith("mood-", StringComparison.Ordinal) && fact.Id != "mood-coverage"));
            Assert.All(facts.Facts, FactText.AssertSaysAll);
            Assert.InRange(FactBudget.LengthOf(FactsJson.Of(facts.Facts)), 0, 3_400);
            Assert.All(facts.Facts, fact => Assert.Contains("from=", fact.Href, StringComparison.Ordinal));
            await AssertPagesExistAsync(host, facts);
        }
    }

    [Fact]
    public async Task Read_TwoZones_TellsTheDaysOfEach()
    {
        await using var host = new MoodsHost();
        await host.AddAsync(new Song("one", new Dictionary<string, double>()) { Plays = [.. Enumerable.Range(0, 3).Select(hour => new DateTimeOffset(2026, 3, 10, 22, 30, 0, TimeSpan.Zero).AddHours(hour))] });
        var listener = await host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(listener);
        var service = host.Services.GetRequiredService<NarrativeFactsService>();
        var day = new Period(new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 10));

        var utc = await service.ReadAsync(listener with { TimeZone = "UTC" }, day, withNames: true, TestContext.Current.CancellationToken);
        var denver = await service.ReadAsync(listener with { TimeZone = "America/Denver" }, day, withNames: true, TestContext.Current.CancellationToken);
        var tokyo = await service.ReadAsync(listener with { TimeZone = "Asia/Tokyo" }, day, withNames: true, TestContext.Current.CancellationToken);
        var finished = await service.ReadAsync(listener with { TimeZone = "UTC", CountingRule = CountingRule.Finished }, day, withNames: true, TestContext.Current.CancellationToken);

        Assert.Equal([2.0, 3.0], [Plays(utc), Plays(denver)]);
        Assert.Empty(tokyo.Facts);
        Assert.Empty(finished.Facts); // nothing says that these plays ran to their end
        Assert.Same(utc, await service.ReadAsync(listener with { TimeZone = "UTC" }, day, withNames: true, TestContext.Current.CancellationToken));
    }

    private static double? Plays(NarrativeFacts facts) => Assert.Single(facts.Facts, fact => fact.Id == "plays").Value;

    private static async Task AssertPagesExistAsync(DashboardHost host, NarrativeFacts facts)
    {
        using var client = host.CreateClient();
        var panels = string.Concat(SourceTree.Files(SourceTree.Program, ".razor").Select(File.ReadAllText));
        foreach (var href in facts.Facts.Select(fact => fact.Href).Distinct(StringComparer.Ordinal))
        {
            Assert.True(href.Split('#') is not [_, var anchor] || panels.Contains($"Anchor=\"{anchor}\"", StringComparison.Ordinal), $"{href}: no such panel");
            using var page = await client.GetAsync(new Uri(href, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(page.IsSuccessStatusCode, $"{href}: {page.StatusCode}");
        }

        // What the pages of an artist, a track and a mood tell is what the fact says.
        foreach (var fact in facts.Facts.Where(fact => fact.Topic is FactTopic.Artists or FactTopic.Tracks && fact.Unit == FactUnit.Plays))
        {
            Assert.Equal(fact.Value, (await AskAsync(client, fact)).GetProperty("period").GetProperty("plays").GetDouble());
        }

        foreach (var fact in facts.Facts.Where(fact => fact.Topic == FactTopic.Moods && fact.Names.Length > 0))
        {
            Assert.Equal(fact.Value ?? 0, 100 * (await AskAsync(client, fact)).GetProperty("share").GetDouble(), 6);
        }
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, NarrativeFact fact)
    {
        using var answer = await client.GetAsync(new Uri($"/api{fact.Href}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return body.RootElement.Clone();
    }
}
