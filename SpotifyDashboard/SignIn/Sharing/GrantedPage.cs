using SpotifyDashboard.Listening;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>One page of one listener that a visitor may see, and nothing else.</summary>
/// <param name="Listener">Whose page.</param>
/// <param name="Version">The version of their plays, and of what is known of tracks, when it was granted.</param>
/// <param name="Page">The page.</param>
/// <param name="Address">Its address with its choices.</param>
/// <param name="ShowsName">Whether the listener lets it say their name and show their picture.</param>
/// <param name="IsPublic">Whether anybody may see it by a setting, and search engines may list it.</param>
internal sealed record GrantedPage(ListenerProfile Listener, long Version, ISharedPage Page, PageAddress Address, bool ShowsName, bool IsPublic)
{
    /// <summary>The share link that grants it; null where a setting does.</summary>
    public int? LinkId { get; init; }

    /// <summary>When the grant ends by itself (UTC); null where it does not.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
