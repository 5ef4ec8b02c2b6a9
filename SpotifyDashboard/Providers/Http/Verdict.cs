namespace SpotifyDashboard.Providers.Http;

/// <summary>What a failed attempt means.</summary>
/// <param name="Exception">What the caller is told, should it stay at that.</param>
internal sealed record Verdict(ProviderException Exception)
{
    /// <summary>Whether the service is at fault: repeated, and counted by the circuit breaker.</summary>
    public bool IsOutage { get; init; }

    /// <summary>Whether the service says there were too many calls.</summary>
    public bool IsThrottled { get; init; }

    /// <summary>Whether it means all calls to the service, not only those of the endpoint's group.</summary>
    public bool StopsEverything { get; init; }

    /// <summary>Whether it seems to mean all calls, by the length of the wait alone.</summary>
    public bool SeemsToStopEverything { get; init; }

    /// <summary>How long the service asks to wait; null where it does not.</summary>
    public TimeSpan? Wait { get; init; }
}
