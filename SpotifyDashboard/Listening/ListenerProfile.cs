namespace SpotifyDashboard.Listening;

/// <summary>Whose dashboard a page shows: what pages and endpoints need to know of a <see cref="Listener"/>.</summary>
/// <param name="Id">The listener's number.</param>
/// <param name="DisplayName">How the dashboard calls them.</param>
/// <param name="ImageUrl">Address of their picture, or null.</param>
/// <param name="TimeZone">IANA time zone of their days and hours.</param>
/// <param name="CountingRule">Which plays count where an address does not say.</param>
/// <param name="IsDemo">Whether the plays are synthetic.</param>
/// <param name="AuthorizedAt">When Spotify's consent was given (UTC), or null.</param>
/// <param name="ReauthorizeBy">When it runs out (UTC), or null.</param>
public sealed record ListenerProfile(
    int Id,
    string DisplayName,
    string? ImageUrl,
    string TimeZone,
    CountingRule CountingRule,
    bool IsDemo,
    DateTimeOffset? AuthorizedAt,
    DateTimeOffset? ReauthorizeBy)
{
    /// <summary>The zone that <see cref="TimeZone"/> names; UTC where this machine does not know it.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The listener's local day at <paramref name="moment"/>.</summary>
    public DateOnly DayAt(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);
}
