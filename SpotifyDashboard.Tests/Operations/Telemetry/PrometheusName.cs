using System.Diagnostics.Metrics;

namespace SpotifyDashboard.Tests.Operations.Telemetry;

/// <summary>What Prometheus calls a metric that reaches it through OTLP (its translation "UnderscoreEscapingWithSuffixes").</summary>
internal static class PrometheusName
{
    /// <summary>All names that queries may use for an instrument.</summary>
    public static IEnumerable<string> Of(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        var name = instrument.Name.Replace('.', '_');
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            "1" when type.StartsWith("ObservableGauge", StringComparison.Ordinal) => "_ratio",
            _ => "",
        };
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? [$"{name}{unit}_bucket", $"{name}{unit}_count", $"{name}{unit}_sum"]
            : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? [$"{name}{unit}_total"]
            : [$"{name}{unit}"];
    }
}
