namespace SpotifyDashboard.Storage;

/// <summary>Until when a service, or one group of its endpoints, must not be called.</summary>
public sealed class ServiceBlockRow
{
    /// <summary>For example <c>spotify</c>.</summary>
    public required string Service { get; set; }

    /// <summary>The group, or empty for all.</summary>
    public required string EndpointGroup { get; set; }

    /// <summary>The end (UTC).</summary>
    public DateTimeOffset BlockedUntil { get; set; }

    /// <summary>The beginning (UTC).</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>What the service said, in words for the listener.</summary>
    public required string Reason { get; set; }
}
