namespace SpotifyDashboard.Operations.Status;

/// <summary>How much is known of the tracks and artists that are stored.</summary>
/// <param name="Tracks">Tracks with a Spotify id, the demo's apart.</param>
/// <param name="WithFeatures">Those with audio features.</param>
/// <param name="Artists">Artists of those tracks.</param>
/// <param name="WithGenres">Those with a genre.</param>
/// <param name="WithCovers">Tracks whose album has a cover.</param>
public sealed record CoverageStatus(int Tracks, int WithFeatures, int Artists, int WithGenres, int WithCovers);
