namespace SpotifyDashboard.Moods;

/// <summary>How many tracks the map shows of those it could show.</summary>
/// <param name="WithFeatures">Tracks on the map: every feature used is known.</param>
/// <param name="Total">Tracks in the scope.</param>
public sealed record MoodCoverage(int WithFeatures, int Total);
