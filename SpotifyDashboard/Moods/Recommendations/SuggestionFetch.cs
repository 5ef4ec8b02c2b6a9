namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>The last time new tracks were fetched.</summary>
/// <param name="Seeds">Spotify ids of the tracks that were started from.</param>
/// <param name="Named">How many tracks ReccoBeats named.</param>
/// <param name="FetchedAt">When it was (UTC).</param>
public sealed record SuggestionFetch(IReadOnlyList<string> Seeds, int Named, DateTimeOffset FetchedAt);
