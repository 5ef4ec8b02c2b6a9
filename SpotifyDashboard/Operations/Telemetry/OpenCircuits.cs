using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SpotifyDashboard.Operations.Telemetry;

/// <summary>Counts the circuits that are open.</summary>
internal sealed class OpenCircuits(DashboardMeter meter) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        meter.ActiveSessions.Add(1);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        meter.ActiveSessions.Add(-1);
        return Task.CompletedTask;
    }
}
