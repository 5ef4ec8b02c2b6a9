namespace SpotifyDashboard.Operations.Status;

/// <summary>How the calls of the last 24 hours stand.</summary>
/// <param name="Limit">Calls allowed in any 24 hours, by one app for all who use it.</param>
/// <param name="Used">Calls made in the last 24 hours.</param>
/// <param name="Left">Calls left.</param>
/// <param name="BlockedUntil">Until when Spotify wants no call at all (UTC); null where it has not said so.</param>
/// <param name="Reason">Why calls wait, in words; null where they do not.</param>
/// <param name="NextFreeAt">When the next call is free (UTC); null for now.</param>
/// <param name="Groups">The same for each group of endpoints.</param>
/// <param name="OwnApp">Whether these are the calls of the listener's own Spotify app; else those of the installation's, which all others share.</param>
public sealed record BudgetStatus(
    int Limit,
    int Used,
    int Left,
    DateTimeOffset? BlockedUntil,
    string? Reason,
    DateTimeOffset? NextFreeAt,
    IReadOnlyList<BudgetGroupStatus> Groups,
    bool OwnApp);
