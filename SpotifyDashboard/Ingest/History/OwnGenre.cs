namespace SpotifyDashboard.Ingest.History;

/// <summary>A genre of an artist, as our own export tells it.</summary>
/// <param name="Genre">The genre.</param>
/// <param name="Provenance">Who said so.</param>
/// <param name="Weight">How much it weighs; null where the source does not tell.</param>
/// <param name="StoredAt">When it was stored, milliseconds since 1970.</param>
internal sealed record OwnGenre(string Genre, string Provenance, double? Weight, long StoredAt);
