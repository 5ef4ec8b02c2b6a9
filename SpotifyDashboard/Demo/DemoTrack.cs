using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Demo;

/// <summary>A track that was made up.</summary>
/// <param name="SpotifyId">22 characters that begin with <c>demo</c>; no track of Spotify's has such an id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Album">The album it is on.</param>
/// <param name="DurationMs">Length in milliseconds.</param>
/// <param name="Explicit">Whether it is marked explicit.</param>
/// <param name="Mood">Its true mood.</param>
/// <param name="DiscoveredOn">Day since the beginning of the two years on which the demo listener met it; negative where they knew it before.</param>
/// <param name="Favour">How much they like it, relative to others of its mood.</param>
/// <param name="Features">How it sounds; null for those tracks that lack features, as some always do.</param>
internal sealed record DemoTrack(
    string SpotifyId,
    string Title,
    DemoAlbum Album,
    int DurationMs,
    bool Explicit,
    DemoMood Mood,
    int DiscoveredOn,
    double Favour,
    AudioFeatures? Features)
{
    private const int Range = 84;
    private const int UnknownOf = 12;

    /// <summary>0 to 83; null for one in twelve. Drawn from the id, so that the same seed goes on making the same plays.</summary>
    public int? Popularity => SpotifyId[^1] % UnknownOf == 0 ? null : ((SpotifyId[^2] * 37) + (SpotifyId[^3] * 11)) % Range;
}
