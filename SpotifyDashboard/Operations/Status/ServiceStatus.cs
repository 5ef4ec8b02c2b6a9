namespace SpotifyDashboard.Operations.Status;

/// <summary>How a service outside last was (UTC); it is never called to find out.</summary>
/// <param name="Name">For example <c>reccobeats</c>.</param>
/// <param name="LastSuccessAt">Its last good answer.</param>
/// <param name="LastFailureAt">Its last failure.</param>
/// <param name="LastFailure">The failure in plain words.</param>
/// <param name="BlockedUntil">Until when it is not called.</param>
public sealed record ServiceStatus(string Name, DateTimeOffset? LastSuccessAt, DateTimeOffset? LastFailureAt, string? LastFailure, DateTimeOffset? BlockedUntil);
