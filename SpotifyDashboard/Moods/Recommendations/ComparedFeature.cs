namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>One feature of a recommended track beside the mean of what is played now.</summary>
/// <param name="Name">The feature as a heading.</param>
/// <param name="Track">The track's value with its unit.</param>
/// <param name="Now">The mean's value with its unit.</param>
/// <param name="TrackStanding">The track's value in deviations from the mean of the library.</param>
/// <param name="NowStanding">The same of what is played now.</param>
public sealed record ComparedFeature(string Name, string Track, string Now, double TrackStanding, double NowStanding);
