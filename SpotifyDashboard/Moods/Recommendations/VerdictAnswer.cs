namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>A verdict as it is stored now.</summary>
/// <param name="TrackId">The track's public id.</param>
/// <param name="Verdict"><c>up</c>, <c>down</c> or <c>none</c>.</param>
internal sealed record VerdictAnswer(string TrackId, string Verdict);
