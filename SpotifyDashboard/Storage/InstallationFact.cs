namespace SpotifyDashboard.Storage;

/// <summary>Something this installation has learnt or was told once: a capability, the app's client id, the canary of the key ring.</summary>
public sealed class InstallationFact
{
    /// <summary>Its name, for example <c>capability:batch-get</c>.</summary>
    public required string Name { get; set; }

    /// <summary>The value, as text.</summary>
    public required string Value { get; set; }

    /// <summary>When it was stored (UTC).</summary>
    public DateTimeOffset StoredAt { get; set; }
}
