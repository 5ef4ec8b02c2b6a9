using SpotifyDashboard.Providers.Lyrics;

namespace SpotifyDashboard.Lyrics;

/// <summary>A song whose words are to be looked for.</summary>
/// <param name="ListenerId">For whom.</param>
/// <param name="TrackId">Number of the row of the track that stands for its recording.</param>
/// <param name="Question">What is told to those who are asked.</param>
internal sealed record WantedSong(int ListenerId, int TrackId, SongQuestion Question);
