namespace SpotifyDashboard.Ingest.Live;

/// <summary>Plays of a sync.</summary>
/// <param name="Fetched">Plays that were shown.</param>
/// <param name="Added">Plays that were not known.</param>
public sealed record SyncPlays(int Fetched, int Added);
