namespace SpotifyDashboard.Ingest.Live;

/// <summary>What one poll brought.</summary>
/// <param name="Fetched">Plays that Spotify showed.</param>
/// <param name="Added">Plays that were not known.</param>
/// <param name="Gaps">Gaps found.</param>
/// <param name="Tracks">Numbers of the tracks of new plays.</param>
internal sealed record PollResult(int Fetched, int Added, int Gaps, IReadOnlyCollection<int> Tracks);
