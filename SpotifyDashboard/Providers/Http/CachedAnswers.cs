namespace SpotifyDashboard.Providers.Http;

/// <summary>What is known of the ids asked for.</summary>
/// <param name="Answers">By id; ids that were not asked about any more are absent.</param>
/// <param name="Stopped">Why not all could be fetched; null where all were.</param>
public sealed record CachedAnswers(IReadOnlyDictionary<string, CachedAnswer> Answers, ProviderException? Stopped);
