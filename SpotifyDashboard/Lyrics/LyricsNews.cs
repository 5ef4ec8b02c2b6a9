using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Lyrics;

/// <summary>Tells open pages for whom words were found or forgotten, or who switched the looking on or off, by number.</summary>
internal sealed class LyricsNews : Announcer<int>;
