namespace SpotifyDashboard.Jobs;

/// <summary>How far a job is.</summary>
/// <param name="Step">What is being done, in words.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all, or null.</param>
internal sealed record JobProgress(string Step, long Done, long? Total);
