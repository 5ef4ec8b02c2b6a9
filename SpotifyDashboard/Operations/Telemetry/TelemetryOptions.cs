namespace SpotifyDashboard.Operations.Telemetry;

/// <summary>Settings of section <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    public const string SectionName = "Telemetry";

    /// <summary>Address of an OpenTelemetry collector, <c>http://host:4318</c> for HTTP; empty: nothing is collected and nothing sent.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>Whether measures and traces are sent.</summary>
    public bool IsOn => OtlpEndpoint.Length > 0;

    /// <summary>Whether the address is one that can be called.</summary>
    public bool IsAddress => Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" };
}
