using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SpotifyDashboard.Operations.Telemetry;

/// <summary>Sends measures and traces to a collector while <c>Telemetry:OtlpEndpoint</c> is set. A collector that is away costs nothing but its figures.</summary>
/// <remarks>
/// The framework's own meters and sources are listened to, beside the program's; how often and with which headers is told by
/// OpenTelemetry's own variables (<c>OTEL_METRIC_EXPORT_INTERVAL</c>, <c>OTEL_EXPORTER_OTLP_HEADERS</c>, <c>OTEL_TRACES_SAMPLER</c>, …).
/// </remarks>
internal sealed partial class TelemetryExport(IOptions<TelemetryOptions> options, IConfiguration configuration, ILogger<TelemetryExport> logger) : IHostedService, IDisposable
{
    private const string Service = "spotify-dashboard";

    /// <summary>How long the program's end waits for the last figures to be taken.</summary>
    private const int FarewellMs = 2000;

    private static readonly string[] s_meters =
    [
        ProgramTrace.Name,
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Diagnostics",
        "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Lifecycle", "Microsoft.AspNetCore.Components.Server.Circuits",
        "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    private static readonly string[] s_sources =
    [
        ProgramTrace.Name, "Microsoft.AspNetCore", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits", "System.Net.Http", "Npgsql",
    ];

    private MeterProvider? _measures;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
        {
            return Task.CompletedTask;
        }

        _measures = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(Describe)
            .AddMeter(s_meters)
            .AddOtlpExporter(exporter => Point(exporter, "v1/metrics"))
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(Describe)
            .AddSource(s_sources)
            .AddProcessor(new SafeTags())
            .AddOtlpExporter(exporter => Point(exporter, "v1/traces"))
            .Build();
        LogOn(new Uri(options.Value.OtlpEndpoint).Authority);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // The last figures are handed over, unless nobody takes them.
        await Task.WhenAll(
            Task.Run(() => _traces?.Shutdown(FarewellMs), CancellationToken.None),
            Task.Run(() => _measures?.Shutdown(FarewellMs), CancellationToken.None));
    }

    /// <summary>Sends what was measured so far and waits for it to be taken.</summary>
    /// <returns>False where it was not taken.</returns>
    internal Task<bool> FlushAsync(int patienceMs) => Task.Run(() => _measures?.ForceFlush(patienceMs) == true & _traces?.ForceFlush(patienceMs) == true);

    public void Dispose()
    {
        _traces?.Dispose();
        _measures?.Dispose();
    }

    private static void Describe(ResourceBuilder resource) => resource.AddService(Service, serviceVersion: ProgramVersion.Text);

    private void Point(OtlpExporterOptions exporter, string path)
    {
        var isGrpc = string.Equals(configuration["OTEL_EXPORTER_OTLP_PROTOCOL"], "grpc", StringComparison.OrdinalIgnoreCase);
        exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;

        // An address that is set in code is taken as it stands: the signal's own path is ours to add.
        exporter.Endpoint = isGrpc ? new Uri(options.Value.OtlpEndpoint) : new Uri($"{options.Value.OtlpEndpoint.TrimEnd('/')}/{path}");
    }

    [LoggerMessage(LogLevel.Information, "Measures and traces go to {Collector}")]
    private partial void LogOn(string collector);
}
