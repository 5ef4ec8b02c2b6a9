namespace SpotifyDashboard.Providers.ReccoBeats;

/// <summary>A track that ReccoBeats recommends.</summary>
/// <param name="SpotifyId">Spotify's id.</param>
/// <param name="Track">What is told of it.</param>
public sealed record ReccoBeatsSuggestion(string SpotifyId, ReccoBeatsTrack Track);
