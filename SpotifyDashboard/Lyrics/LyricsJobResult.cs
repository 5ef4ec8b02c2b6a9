namespace SpotifyDashboard.Lyrics;

/// <summary>What came of looking for the words of one song.</summary>
/// <param name="TrackId">The track's public id.</param>
/// <param name="State">What is known now.</param>
internal sealed record LyricsJobResult(string TrackId, LyricsState State);
