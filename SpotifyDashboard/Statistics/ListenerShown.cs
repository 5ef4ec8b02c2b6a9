using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>What a page over plays knows when it is drawn.</summary>
/// <param name="Profile">Whose plays.</param>
/// <param name="Period">The period in the address.</param>
/// <param name="Today">The listener's current local day.</param>
public sealed record ListenerShown(ListenerProfile Profile, Period Period, DateOnly Today);
