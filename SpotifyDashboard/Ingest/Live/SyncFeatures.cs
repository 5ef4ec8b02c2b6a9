namespace SpotifyDashboard.Ingest.Live;

/// <summary>Audio features of a sync.</summary>
/// <param name="Wanted">Tracks that had none.</param>
/// <param name="Found">Those of them that have now.</param>
public sealed record SyncFeatures(int Wanted, int Found);
