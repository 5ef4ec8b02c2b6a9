namespace SpotifyDashboard.Catalogue;

/// <summary>A track with all that is known of it; what was played of it is counted elsewhere (<see cref="Items.ItemFigures"/>).</summary>
/// <param name="Id">Number of its row.</param>
/// <param name="Title">The title; empty while unknown.</param>
/// <param name="SpotifyId">Spotify's id; null where the track is known by name only.</param>
/// <param name="IsInvented">Whether the demo made it up.</param>
/// <param name="Ids">The ids that are one recording, this one first.</param>
/// <param name="Apart">Tracks that the listener told apart from this one.</param>
/// <param name="Facts">Album, release date, length, popularity, ISRC.</param>
/// <param name="Sounds">Audio features.</param>
/// <param name="Genres">Genres of the artist.</param>
/// <param name="Zone">The listener's time zone.</param>
public sealed record TrackView(
    int Id,
    string Title,
    string? SpotifyId,
    bool IsInvented,
    IReadOnlyList<TrackId> Ids,
    IReadOnlyList<TrackId> Apart,
    IReadOnlyList<ToldValue> Facts,
    IReadOnlyList<ToldValue> Sounds,
    IReadOnlyList<ToldValue> Genres,
    TimeZoneInfo Zone);
