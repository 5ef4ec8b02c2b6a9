namespace SpotifyDashboard.Providers.ReccoBeats;

/// <summary>What look-ups by Spotify's track id brought. Every id asked for is in one of the two.</summary>
/// <typeparam name="T">What was looked up.</typeparam>
/// <param name="Found">What was found, by the id asked for.</param>
/// <param name="Missing">Ids that ReccoBeats does not know.</param>
public sealed record ReccoBeatsLookup<T>(IReadOnlyDictionary<string, T> Found, IReadOnlyList<string> Missing)
{
    /// <summary>Ids whose answer is an old one, given because ReccoBeats fails, with the moment it was fetched (UTC).</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> StaleSince { get; init; } = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
}
