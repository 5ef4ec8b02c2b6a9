using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>The audio features that are stored of a track.</summary>
/// <param name="Provenance">Where the row comes from.</param>
/// <param name="Values">What is known.</param>
internal sealed record KnownSound(string Provenance, IReadOnlyDictionary<Feature, double> Values);
