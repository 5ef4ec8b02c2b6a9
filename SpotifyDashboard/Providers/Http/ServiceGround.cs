namespace SpotifyDashboard.Providers.Http;

/// <summary>What the callers of all services share.</summary>
/// <param name="Transport">The connections.</param>
/// <param name="Gate">Bounds the calls under way.</param>
/// <param name="States">How each service last was.</param>
/// <param name="Budget">Finds the call budget, when it is first needed: not every program has one.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The log of calls.</param>
internal sealed record ServiceGround(
    ServiceTransport Transport,
    RequestGate Gate,
    ServiceStates States,
    Func<ICallBudget> Budget,
    TimeProvider Time,
    ILogger<ServiceCaller> Logger);
