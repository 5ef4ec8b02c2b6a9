namespace SpotifyDashboard.Providers.Http;

/// <summary>What a service answered about several things.</summary>
/// <param name="Bodies">The JSON by id, null where the service does not know the id; ids that were not asked about are absent.</param>
/// <param name="Stopped">Why it stopped before the last; null where it did not.</param>
public sealed record FetchedAnswers(IReadOnlyDictionary<string, string?> Bodies, ProviderException? Stopped);
