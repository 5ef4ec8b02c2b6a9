namespace SpotifyDashboard.Ingest.History;

/// <summary>The answer to an upload.</summary>
/// <param name="JobId">The import; <c>GET /api/jobs/{id}</c> tells how far it is.</param>
internal sealed record JobStarted(Guid JobId);
