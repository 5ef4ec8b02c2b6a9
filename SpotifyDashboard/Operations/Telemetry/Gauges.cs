using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Caching;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.Telemetry;

/// <summary>What is read when somebody asks: shares over the last minutes, and what stands in memory or, half a minute old at most, in the database.</summary>
internal sealed partial class Gauges(
    DashboardMeter meter,
    ResponseTimes responses,
    ProviderCache answers,
    ListeningLogs logs,
    CallBudget budget,
    JobStore jobs,
    IOptions<TelemetryOptions> options,
    TimeProvider time,
    ILogger<Gauges> logger) : BackgroundService
{
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(30);

    private volatile Stored? _stored;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        Offer();
        using var timer = new PeriodicTimer(s_pace, time);
        do
        {
            try
            {
                var view = await budget.ReadAsync(stoppingToken);
                _stored = new Stored(view.Left, (await jobs.UnfinishedAsync(stoppingToken)).Count);
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException or TimeoutException)
            {
                // No figure is better than an old one that looks new.
                _stored = null;
                LogNotRead(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Offer()
    {
        var errors = new SlidingShare(() => responses.Failures.Total, time);
        var kept = new SlidingShare(() => answers.Hits.Total, time);
        var held = new SlidingShare(() => logs.Hits.Total, time);
        meter.Meter.CreateObservableGauge<double>("error_rate", () => Found(errors.Read()), "1", "Share of answers of the last five minutes that failed by the program's fault.");
        meter.Meter.CreateObservableGauge<double>(
            "cache_hit_rate", () => Found(kept.Read(), "answers").Concat(Found(held.Read(), "logs")), "1", "Share of what was asked of a cache in the last five minutes that was at hand.");
        meter.Meter.CreateObservableGauge<long>("log_cache_size", () => logs.HeldBytes, "By", "Memory that listening logs take.");
        meter.Meter.CreateObservableGauge<long>("call_budget_left", () => Found(_stored?.CallsLeft), "{call}", "Calls to Spotify that are left of the last 24 hours'.");
        meter.Meter.CreateObservableGauge<long>("job_queue_length", () => Found(_stored?.Jobs), "{job}", "Jobs that wait or run, of all processes on the database.");
    }

    private static IEnumerable<Measurement<T>> Found<T>(T? value, string? cache = null)
        where T : struct =>
        value is not { } found ? [] : cache is null ? [new Measurement<T>(found)] : [new Measurement<T>(found, KeyValuePair.Create<string, object?>("cache", cache))];

    [LoggerMessage(LogLevel.Warning, "Budget and queue could not be read for telemetry")]
    private partial void LogNotRead(Exception exception);

    /// <summary>What was read of the database.</summary>
    private sealed record Stored(long CallsLeft, long Jobs);
}
