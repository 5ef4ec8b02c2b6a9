using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SpotifyDashboard.Operations.Telemetry;

/// <summary>Registers what is measured, and the way to a collector.</summary>
internal static class TelemetryRegistration
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddOptions<TelemetryOptions>()
            .BindConfiguration(TelemetryOptions.SectionName)
            .Validate(static options => !options.IsOn || options.IsAddress, "Telemetry:OtlpEndpoint must be the http or https address of a collector, for example http://127.0.0.1:4318.")
            .ValidateOnStart();
        services.AddSingleton<DashboardMeter>();
        services.AddSingleton<ResponseTimes>();
        services.AddSingleton<IStartupFilter>(static provider => provider.GetRequiredService<ResponseTimes>());
        services.AddSingleton<CircuitHandler, OpenCircuits>();
        services.AddHostedService<TelemetryExport>();
        services.AddHostedService<StepTimes>();
        services.AddHostedService<Gauges>();
        return services;
    }
}
