namespace SpotifyDashboard.Storage;

/// <summary>A server process on this database, for as long as it gives signs of life.</summary>
public sealed class ReplicaRow
{
    /// <summary>Machine, process id, start of the process and a number of its own.</summary>
    public required string Name { get; set; }

    /// <summary>The machine's name.</summary>
    public required string Machine { get; set; }

    /// <summary>Which version of the program it runs.</summary>
    public required string Version { get; set; }

    /// <summary>When it started (milliseconds since 1970 UTC, by the database's clock).</summary>
    public long StartedAt { get; set; }

    /// <summary>Its last sign of life (milliseconds since 1970 UTC, by the database's clock).</summary>
    public long SeenAt { get; set; }
}
