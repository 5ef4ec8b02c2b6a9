using SpotifyDashboard.Listening;

namespace SpotifyDashboard.SignIn;

/// <summary>The listener as <c>/api/users/me</c> shows them.</summary>
/// <param name="Id">The listener's number.</param>
/// <param name="DisplayName">How the dashboard calls them.</param>
/// <param name="ImageUrl">Address of their picture, or null.</param>
/// <param name="TimeZone">IANA time zone of their days and hours.</param>
/// <param name="CountingRule"><c>default</c>, <c>all</c> or <c>finished</c>.</param>
/// <param name="IsDemo">Whether the plays are synthetic.</param>
/// <param name="AuthorizedAt">When Spotify's consent was given (UTC), or null.</param>
/// <param name="ReauthorizeBy">When it runs out (UTC), or null.</param>
internal sealed record UserAnswer(
    int Id,
    string DisplayName,
    string? ImageUrl,
    string TimeZone,
    string CountingRule,
    bool IsDemo,
    DateTimeOffset? AuthorizedAt,
    DateTimeOffset? ReauthorizeBy)
{
    public const string Example =
        """
        { "id": 1, "displayName": "You", "imageUrl": null, "timeZone": "Europe/Berlin", "countingRule": "default", "isDemo": false, "authorizedAt": null, "reauthorizeBy": null }
        """;

    public static UserAnswer Of(ListenerProfile listener) => new(
        listener.Id,
        listener.DisplayName,
        listener.ImageUrl,
        listener.TimeZone,
        listener.CountingRule.ToString().ToLowerInvariant(),
        listener.IsDemo,
        listener.AuthorizedAt,
        listener.ReauthorizeBy);
}
