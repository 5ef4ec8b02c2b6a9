using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative;

/// <summary>Tells open pages that a listener's stories or choices changed in this process; the news is the listener's number.</summary>
public sealed class NarrativesChanged : Announcer<int>;
