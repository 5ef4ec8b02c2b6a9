using SpotifyDashboard.Listening;

namespace SpotifyDashboard.SignIn.Sharing.Kept;

/// <summary>What a kept page was drawn from: while it is the same, so is the page.</summary>
/// <param name="Listener">Whose page, with name, picture, zone and counting rule.</param>
/// <param name="Version">The version of their plays, and of what is known of tracks.</param>
/// <param name="Day">The listener's day: "the last four weeks" are others tomorrow.</param>
/// <param name="ShowsName">Whether it says whose it is.</param>
/// <param name="LinkId">The share link; null for the public page.</param>
internal sealed record PageStamp(ListenerProfile Listener, long Version, DateOnly Day, bool ShowsName, int? LinkId)
{
    /// <summary>What a page drawn now would be drawn from.</summary>
    public static PageStamp Of(GrantedPage granted, DateTimeOffset now) =>
        new(granted.Listener, granted.Version, granted.Listener.DayAt(now), granted.ShowsName, granted.LinkId);
}
