using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>An OpenTelemetry collector that takes protobuf over HTTP (OTLP 1.x: <c>/v1/metrics</c>, <c>/v1/traces</c>) and keeps what it was sent.</summary>
internal sealed class FakeCollector : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeCollector(bool isStuck)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.MapPost("/v1/metrics", context => TakeAsync(context, Metrics, isStuck));
        _application.MapPost("/v1/traces", context => TakeAsync(context, Traces, isStuck));
    }

    public string Url => _application.Urls.Single();

    /// <summary>Bodies as they came.</summary>
    public ConcurrentQueue<byte[]> Metrics { get; } = [];

    /// <inheritdoc cref="Metrics"/>
    public ConcurrentQueue<byte[]> Traces { get; } = [];

    /// <summary>Starts it; a stuck one takes requests and never answers.</summary>
    public static async Task<FakeCollector> StartAsync(CancellationToken cancellationToken, bool isStuck = false)
    {
        var collector = new FakeCollector(isStuck);
        await collector._application.StartAsync(cancellationToken);
        return collector;
    }

    public IReadOnlyList<CollectedMetric> ReadMetrics() =>
    [
        .. from body in Metrics
           from resource in new ProtobufFields(body).Messages(1)
           from scope in resource.Messages(2)
           from metric in scope.Messages(2)
           select new CollectedMetric(scope.Messages(1).Single().Text(1), metric.Text(1), metric.Text(3), [.. PointsOf(metric)]),
    ];

    public IReadOnlyList<CollectedSpan> ReadSpans() =>
    [
        .. from body in Traces
           from resource in new ProtobufFields(body).Messages(1)
           from scope in resource.Messages(2)
           from span in scope.Messages(2)
           select new CollectedSpan(scope.Messages(1).Single().Text(1), span.Text(5), TagsOf(span, 9)),
    ];

    public async ValueTask DisposeAsync()
    {
        _released.TrySetResult();
        await _application.DisposeAsync();
    }

    // Gauge 5 and sum 7 hold number points, whose attributes are field 7; histogram 9 holds points with attributes in field 9.
    private static IEnumerable<IReadOnlyDictionary<string, string>> PointsOf(ProtobufFields metric) =>
        from kind in new[] { 5, 7, 9 }
        from data in metric.Messages(kind)
        from point in data.Messages(1)
        select TagsOf(point, kind == 9 ? 9 : 7);

    private static Dictionary<string, string> TagsOf(ProtobufFields owner, int number) =>
        owner.Messages(number).ToDictionary(pair => pair.Text(1), pair => pair.Messages(2).Select(TextOf).SingleOrDefault() ?? "", StringComparer.Ordinal);

    private static string TextOf(ProtobufFields value) => value.Has(1) ? value.Text(1) : value.Number(3).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task TakeAsync(HttpContext context, ConcurrentQueue<byte[]> taken, bool isStuck)
    {
        if (isStuck)
        {
            await _released.Task;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (context.Request.ContentType != "application/x-protobuf")
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        taken.Enqueue(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    }
}
