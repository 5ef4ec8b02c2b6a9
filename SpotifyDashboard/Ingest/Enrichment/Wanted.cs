namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>A track or artist to ask about.</summary>
/// <param name="Id">Number of its row.</param>
/// <param name="SpotifyId">Spotify's id.</param>
internal sealed record Wanted(int Id, string SpotifyId);
