namespace SpotifyDashboard.Storage;

/// <summary>A key of the Data Protection key ring.</summary>
public sealed class DataProtectionKeyRow
{
    /// <summary>Its friendly name.</summary>
    public required string Name { get; set; }

    /// <summary>The key element as Data Protection wrote it.</summary>
    public required string Xml { get; set; }

    /// <summary>When it was stored (UTC).</summary>
    public DateTimeOffset StoredAt { get; set; }
}
