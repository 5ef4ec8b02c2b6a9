namespace SpotifyDashboard.Providers.Http;

/// <summary>What is known of the ids asked for.</summary>
/// <param name="Answers">By id; ids that were not asked about any more are absent.</param>
/// <param name="Stopped">Why not all could be fetched; null where all were.</param>
public sealed record CachedAnswers(IReadOnlyDictionary<string, CachedAnswer> Answers, ProviderException? Stopped)
{
    /// <summary>The ids with an old answer, and when it was fetched (UTC).</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> StaleSince() =>
        Answers.Where(static answer => answer.Value.IsStale).ToDictionary(static answer => answer.Key, static answer => answer.Value.StoredAt, StringComparer.Ordinal);
}
