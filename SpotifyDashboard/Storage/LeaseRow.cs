namespace SpotifyDashboard.Storage;

/// <summary>Who may do one thing now, among all processes on the database.</summary>
public sealed class LeaseRow
{
    /// <summary>What is held, for example <c>poll:12</c>.</summary>
    public required string Name { get; set; }

    /// <summary>The process that holds it (machine, process id, start, number); null while nobody does.</summary>
    public string? Holder { get; set; }

    /// <summary>The fencing number: raised whenever it is given to somebody, so that writes of an earlier holder are told apart.</summary>
    public long Fence { get; set; }

    /// <summary>How long it lasts from each renewal on, in milliseconds.</summary>
    public long LengthMs { get; set; }

    /// <summary>When others may take it (milliseconds since 1970 UTC, by the database's clock).</summary>
    public long ExpiresAt { get; set; }
}
