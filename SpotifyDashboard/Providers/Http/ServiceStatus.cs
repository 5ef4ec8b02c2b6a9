namespace SpotifyDashboard.Providers.Http;

/// <summary>How an outside service last was.</summary>
/// <param name="Service">Its name, for example <c>reccobeats</c>.</param>
public sealed record ServiceStatus(string Service)
{
    /// <summary>Its last good answer (UTC).</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>Its last failure (UTC).</summary>
    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>The failure in plain words.</summary>
    public string? LastFailure { get; init; }

    /// <summary>When it is called again at the earliest (UTC); null: whenever there is something to ask.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>Whether the last that was heard of it was a failure.</summary>
    public bool IsFailing => LastFailureAt is { } failed && (LastSuccessAt is not { } good || failed > good);
}
