namespace SpotifyDashboard.Survey.Songs;

/// <summary>A track that a favourite song could be.</summary>
/// <param name="TrackId">Spotify's id.</param>
/// <param name="Title">Title as the service writes it.</param>
/// <param name="Artists">Its artists, the main one first.</param>
/// <param name="Popularity">0 to 100; null while unknown.</param>
internal sealed record SongCandidate(string TrackId, string Title, IReadOnlyList<string> Artists, int? Popularity = null)
{
    /// <summary>The artist who is shown.</summary>
    public string Artist => Artists.Count > 0 ? Artists[0] : "";
}
