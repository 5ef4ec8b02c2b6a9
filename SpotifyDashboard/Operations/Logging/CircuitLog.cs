using Microsoft.AspNetCore.Components.Server.Circuits;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.Logging;

/// <summary>Gives every line that is written for an open tab the number of its circuit and of its listener.</summary>
internal sealed class CircuitLog(ListenerScope scope, ILogger<CircuitLog> logger) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async activity =>
    {
        // The number alone lets nobody into the circuit: its secret is another.
        using var said = logger.BeginScope(RequestLog.ScopeOf("Circuit", activity.Circuit.Id, scope));
        await next(activity);
    };
}
