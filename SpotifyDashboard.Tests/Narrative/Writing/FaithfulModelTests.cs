using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;

namespace SpotifyDashboard.Tests.Narrative.Writing;

public sealed class FaithfulModelTests
{
    private const int Weeks = 40;
    private const double LeastAccepted = 0.9;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_DemoListenersWeeks_AreMostlyTheModelsStories()
    {
        await using var host = new DashboardHost();
        await host.Services.GetRequiredService<DemoListener>().EnsureAsync(Cancellation);
        var listener = await host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(Cancellation);
        Assert.NotNull(listener);
        var today = listener.DayAt(host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        await using var bench = await WriterBench.StartAsync(calls: 10_000);
        var stories = new List<WrittenStory>();
        for (var week = 0; week < Weeks; week++)
        {
            // Weeks, months and half years, with names and without.
            var days = (week % 4) switch { 0 or 1 => 7, 2 => 30, _ => 182 };
            var end = today.AddDays(-7 * week);
            var facts = await host.Services.GetRequiredService<NarrativeFactsService>().ReadAsync(listener, new Period(end.AddDays(1 - days), end), week % 5 != 0, Cancellation);
            Assert.NotEmpty(facts.Facts);
            stories.Add(await bench.Writer.WriteAsync(new NarrativeAssignment(facts, (NarrativeTone)(week % 3), CultureInfo.GetCultureInfo("en")), mayAskModel: true, bench, Cancellation));
        }

        Assert.All(stories, story => Assert.True(story.Text.Holds));
        var byModel = stories.Count(story => story.IsByModel);
        Assert.True(byModel >= LeastAccepted * stories.Count, $"{byModel} of {stories.Count} stories are the model's.");
        TestContext.Current.SendDiagnosticMessage("{0} of {1} stories are the model's.", byModel, stories.Count);
        Assert.Empty(bench.Model.Violations);
    }
}
