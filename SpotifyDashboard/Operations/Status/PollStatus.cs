namespace SpotifyDashboard.Operations.Status;

/// <summary>How polling stands. Times are UTC, null where there was none.</summary>
/// <param name="LastAttemptAt">The last poll.</param>
/// <param name="LastSuccessAt">The last good one.</param>
/// <param name="NextDueAt">The next one.</param>
/// <param name="Why">Why then, in words.</param>
/// <param name="FailingSince">Since when polls fail.</param>
/// <param name="LastFailure">The last failure in plain words.</param>
public sealed record PollStatus(
    DateTimeOffset? LastAttemptAt,
    DateTimeOffset? LastSuccessAt,
    DateTimeOffset? NextDueAt,
    string? Why,
    DateTimeOffset? FailingSince,
    string? LastFailure);
