using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Demo;

/// <summary>A play that was made up.</summary>
/// <param name="Track">What was played.</param>
/// <param name="EndedAt">When it stopped (UTC).</param>
/// <param name="MsPlayed">Milliseconds played.</param>
/// <param name="ReasonStart">As an export says it, for example <c>clickrow</c>.</param>
/// <param name="ReasonEnd">As an export says it, for example <c>trackdone</c>.</param>
/// <param name="Platform">The device.</param>
/// <param name="Traits">Shuffle and skipped, both told.</param>
internal readonly record struct DemoPlay(
    DemoTrack Track,
    DateTimeOffset EndedAt,
    int MsPlayed,
    string ReasonStart,
    string ReasonEnd,
    string Platform,
    SightingTraits Traits)
{
    /// <summary>When it began (UTC); the demo listener never pauses.</summary>
    public DateTimeOffset StartedAt => EndedAt - TimeSpan.FromMilliseconds(MsPlayed);
}
