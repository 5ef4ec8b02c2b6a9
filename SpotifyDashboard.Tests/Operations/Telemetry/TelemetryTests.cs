using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Operations.Telemetry;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Architecture;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Operations.Telemetry;

/// <summary>The program with a collector on this machine, one that is away, and one that never answers.</summary>
public sealed partial class TelemetryTests
{
    private const int MostTries = 100;
    private const string Secret = "geheim-4711";

    /// <summary>What every installation measures, whatever happens in it.</summary>
    private static readonly string[] s_always =
    [
        "api_response_time", "data_processing_time", "cache_hit_rate", "error_rate", "active_sessions", "call_budget_left", "job_queue_length", "log_cache_size", "writer_wait_time",
        "http.server.request.duration", "kestrel.active_connections", "dotnet.process.memory.working_set",
    ];

    /// <summary>What a request for a statistic of a listener without plays is counted as.</summary>
    private static readonly string[] s_answers = ["GET /api/stats/summary 404"];

    /// <summary>What a request for a statistic leaves in a trace.</summary>
    private static readonly string[] s_spans = ["GET /api/stats/summary", "log_load", "writer_wait"];

    [Fact]
    public async Task Collector_IsSentMeasuresAndTraces_WithoutAnythingPersonal()
    {
        await using var collector = await FakeCollector.StartAsync(TestContext.Current.CancellationToken);
        await using var host = HostWith(collector.Url);
        using var client = new HttpClient { BaseAddress = host.Start() };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Secret);
        await host.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(TestContext.Current.CancellationToken);
        await OpenCircuitAsync(host);
        await TakeCallAsync(host);

        foreach (var address in new[] { "api/stats/summary", $"api/tracks/{Secret}/similar", $"s/{Secret}", $"api/history?artist={Secret}", $"{Secret}" })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        }

        await ReachesAsync(host, () => s_always.Except(collector.ReadMetrics().Select(metric => metric.Name)));
        await ReachesAsync(host, () => s_answers.Except(AnswersOf(collector).SelectMany(static answer => answer.Tags).Select(WordsOf)));
        await ReachesAsync(host, () => s_spans.Except(collector.ReadSpans().Select(span => span.Name)));

        Assert.DoesNotContain(collector.Metrics.Concat(collector.Traces), body => Encoding.UTF8.GetString(body).Contains(Secret, StringComparison.Ordinal));
        Assert.All(AnswersOf(collector), static answer => Assert.Equal(("SpotifyDashboard", "s"), (answer.Meter, answer.Unit)));
        Assert.All(collector.ReadSpans(), span => Assert.DoesNotContain(span.Tags.Keys, key => key is "url.path" or "url.query" or "url.full" or "user_agent.original" or "client.address"));
    }

    [Fact]
    public async Task Collector_ThatIsAway_DisturbsNothing()
    {
        await using var host = HostWith("http://127.0.0.1:9");
        using var client = new HttpClient { BaseAddress = host.Start() };

        Assert.False(await ExportOf(host).FlushAsync(60_000));

        Assert.Contains("healthy", await client.GetStringAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collector_ThatNeverAnswers_DoesNotKeepTheProgramFromItsEnd()
    {
        await using var collector = await FakeCollector.StartAsync(TestContext.Current.CancellationToken, isStuck: true);
        await using var host = HostWith(collector.Url);
        using var client = new HttpClient { BaseAddress = host.Start() };
        await client.GetStringAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        // The collector is let go only after this: an end that waited for it would never come.
        await host.Services.GetRequiredService<IHost>().StopAsync(TestContext.Current.CancellationToken);

        Assert.Empty(collector.Metrics);
    }

    [Fact]
    public async Task Grafana_AsksForMetricsThatExist()
    {
        await using var host = HostWith("http://127.0.0.1:9");
        host.Start();
        var offered = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => offered.UnionWith(PrometheusName.Of(instrument)) };
        listener.Start();

        using var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "deploy", "grafana", "spotify-dashboard.json"), TestContext.Current.CancellationToken));
        var queries = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString() ?? "")
            .ToList();

        Assert.All(queries, query => Assert.Matches(Metric(), query));
        var asked = queries.SelectMany(query => Metric().Matches(query)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.Empty(asked.Except(offered));
        string[] own = ["api_response_time_seconds_bucket", "data_processing_time_seconds_bucket", "cache_hit_rate_ratio", "error_rate_ratio", "active_sessions", "polls_total", "call_budget_left", "job_queue_length", "log_cache_size_bytes", "writer_wait_time_seconds_bucket"];
        Assert.Empty(own.Except(asked));
    }

    private static DashboardHost HostWith(string collector) => new(builder => builder.UseSetting("Demo:Enabled", "false").UseSetting("Telemetry:OtlpEndpoint", collector));

    private static TelemetryExport ExportOf(DashboardHost host) => host.Services.GetServices<IHostedService>().OfType<TelemetryExport>().Single();

    /// <summary>A circuit as the counter sees it: it is told that one opened, and asks it nothing.</summary>
    private static async Task OpenCircuitAsync(DashboardHost host)
    {
        using var scope = host.Services.CreateScope();
        await scope.ServiceProvider.GetServices<CircuitHandler>().OfType<OpenCircuits>().Single()
            .OnCircuitOpenedAsync((Circuit)RuntimeHelpers.GetUninitializedObject(typeof(Circuit)), TestContext.Current.CancellationToken);
    }

    /// <summary>Writes, so that a writer has waited.</summary>
    private static async Task TakeCallAsync(DashboardHost host) =>
        await host.Services.GetRequiredService<CallBudget>().TakeAsync(new BudgetedCall("test", CallPriority.Poll), TestContext.Current.CancellationToken);

    /// <summary>Sends until nothing is missing: what is measured beside a request may come a moment after its answer.</summary>
    private static async Task ReachesAsync(DashboardHost host, Func<IEnumerable<string>> missing)
    {
        for (var tries = 0; tries < MostTries && missing().Any(); tries++)
        {
            Assert.True(await ExportOf(host).FlushAsync(60_000));
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        Assert.Empty(missing());
    }

    /// <summary>How long answers took, of every program in this process: a meter is followed by its name.</summary>
    private static IEnumerable<CollectedMetric> AnswersOf(FakeCollector collector) => collector.ReadMetrics().Where(static metric => metric.Name == "api_response_time");

    private static string WordsOf(IReadOnlyDictionary<string, string> tags) =>
        $"{tags.GetValueOrDefault("http.request.method")} {tags.GetValueOrDefault("http.route")} {tags.GetValueOrDefault("http.response.status_code")}";

    // A metric stands before its labels: job is asked of every one.
    [GeneratedRegex(@"(?<name>[a-z_0-9]+)\{job=~""\$job""\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metric();
}
