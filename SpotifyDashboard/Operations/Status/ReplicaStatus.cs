namespace SpotifyDashboard.Operations.Status;

/// <summary>A server on the same PostgreSQL database (UTC); on SQLite there is one, and none is listed.</summary>
/// <param name="Machine">Its machine's name.</param>
/// <param name="Version">The version of the program it runs.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="SeenAt">Its last sign of life.</param>
public sealed record ReplicaStatus(string Machine, string Version, DateTimeOffset StartedAt, DateTimeOffset SeenAt);
