namespace SpotifyDashboard.Operations;

/// <summary>What <c>/health/live</c> and <c>/health/ready</c> answer.</summary>
/// <param name="Status">The worst of the services.</param>
/// <param name="Timestamp">When this was found (UTC).</param>
/// <param name="Version">The program's version.</param>
/// <param name="Services">By name: <c>database</c>, <c>spotify_api</c>, <c>google_sheets</c>, <c>cache</c>, <c>ingestion</c>.</param>
internal sealed record HealthAnswer(string Status, DateTimeOffset Timestamp, string Version, IReadOnlyDictionary<string, ServiceHealth> Services);
