namespace SpotifyDashboard.Ingest.History;

/// <summary>How a track sounds, as our own export tells it.</summary>
/// <param name="Values">In the order of <see cref="Listening.Features.Thirteen"/>; null where unknown.</param>
/// <param name="Provenance">Who said so.</param>
/// <param name="StoredAt">When it was stored, milliseconds since 1970.</param>
internal sealed record OwnSound(double?[] Values, string Provenance, long StoredAt);
