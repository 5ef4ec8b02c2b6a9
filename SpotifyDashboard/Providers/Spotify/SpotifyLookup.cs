namespace SpotifyDashboard.Providers.Spotify;

/// <summary>What look-ups by id brought, keyed by the id asked for (an answer may carry another: relinking, contracts 2.9).</summary>
/// <typeparam name="T">What was looked up.</typeparam>
/// <param name="Found">What was found.</param>
/// <param name="Unknown">Ids that Spotify does not know.</param>
/// <param name="Stopped">Why it stopped before all ids were asked for; null where it did not.</param>
public sealed record SpotifyLookup<T>(IReadOnlyDictionary<string, T> Found, IReadOnlyList<string> Unknown, Http.ProviderException? Stopped)
{
    /// <summary>Ids whose answer is an old one, given because Spotify fails, with the moment it was fetched (UTC).</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> StaleSince { get; init; } = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
}
