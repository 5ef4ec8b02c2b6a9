namespace SpotifyDashboard.Operations.Status;

/// <summary>A stretch in which plays may be missing (UTC).</summary>
/// <param name="From">End of the last play known before it.</param>
/// <param name="To">End of the first play known after it.</param>
/// <param name="FoundAt">When it was found.</param>
/// <param name="ClosedAt">When an import closed it; null while it is open.</param>
/// <param name="ClosedBy">The file that closed it.</param>
public sealed record GapStatus(DateTimeOffset From, DateTimeOffset To, DateTimeOffset FoundAt, DateTimeOffset? ClosedAt, string? ClosedBy);
