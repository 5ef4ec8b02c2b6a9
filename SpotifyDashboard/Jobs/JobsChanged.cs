using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Jobs;

/// <summary>Tells open pages how the jobs of this process come along, at most ten times a second for each.</summary>
public sealed class JobsChanged : Announcer<JobView>;
