namespace SpotifyDashboard.Storage;

/// <summary>How an outside service last was.</summary>
public sealed class ServiceStateRow
{
    /// <summary>For example <c>reccobeats</c>.</summary>
    public required string Service { get; set; }

    /// <summary>Its last good answer (UTC).</summary>
    public DateTimeOffset? LastSuccessAt { get; set; }

    /// <summary>Its last failure (UTC).</summary>
    public DateTimeOffset? LastFailureAt { get; set; }

    /// <summary>The failure in plain words.</summary>
    public string? LastFailure { get; set; }
}
