namespace SpotifyDashboard.Operations.Status;

/// <summary>How Spotify's consent stands.</summary>
/// <param name="State"><c>notConfigured</c>, <c>notConnected</c>, <c>connected</c> or <c>needsLogin</c>.</param>
/// <param name="Account">The listener's name, where one is connected.</param>
/// <param name="AuthorizedAt">When consent was given (UTC).</param>
/// <param name="ReauthorizeBy">When it runs out (UTC), six months later.</param>
/// <param name="DaysLeft">Days until then, the begun one included, never below 0; null unless connected.</param>
/// <param name="Reason">Why a login is needed; null where none is.</param>
public sealed record ConsentStatus(
    string State,
    string? Account,
    DateTimeOffset? AuthorizedAt,
    DateTimeOffset? ReauthorizeBy,
    int? DaysLeft,
    string? Reason);
