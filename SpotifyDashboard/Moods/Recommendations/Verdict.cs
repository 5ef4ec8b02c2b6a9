namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>What a listener said of a track.</summary>
/// <param name="TrackId">The track's public id.</param>
/// <param name="IsLiked">Thumbs up; false: refused.</param>
internal sealed record Verdict(string TrackId, bool IsLiked);
