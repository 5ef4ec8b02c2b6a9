namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>A track that the listener does not want to be recommended.</summary>
/// <param name="TrackId">Its public id.</param>
/// <param name="Title">The title.</param>
/// <param name="Artist">The artist's name.</param>
public sealed record RefusedTrack(string TrackId, string Title, string Artist);
