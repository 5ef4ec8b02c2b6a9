namespace SpotifyDashboard.Jobs;

/// <summary>What the work needs lies on another replica: the job waits some minutes for that one to come back, then it fails with this sentence.</summary>
public sealed class WorkElsewhereException(string message) : JobFailedException(message);
