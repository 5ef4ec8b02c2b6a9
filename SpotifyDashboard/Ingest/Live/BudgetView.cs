namespace SpotifyDashboard.Ingest.Live;

/// <summary>How the call budget stands.</summary>
/// <param name="Limit"><c>Spotify:DailyCalls</c>.</param>
/// <param name="Used">Calls in the last 24 hours.</param>
/// <param name="Left">Calls left now; 0 while Spotify has said to wait.</param>
/// <param name="Groups">The used ones by group of endpoints, most used first.</param>
/// <param name="BlockedUntil">Until when Spotify has said to wait (UTC); null where it has not.</param>
/// <param name="Why">What Spotify said, or that the quota is used up; null where nothing waits.</param>
/// <param name="NextFreeAt">When the next call can be made (UTC); null: now.</param>
public sealed record BudgetView(
    int Limit,
    int Used,
    int Left,
    IReadOnlyList<BudgetGroup> Groups,
    DateTimeOffset? BlockedUntil,
    string? Why,
    DateTimeOffset? NextFreeAt)
{
    /// <summary>The name under which waits of its app are stored.</summary>
    public string Service { get; init; } = "spotify";

    /// <summary>Whether it is the budget of an app that a listener brought, not of the installation's.</summary>
    public bool IsOwnApp { get; init; }
}
