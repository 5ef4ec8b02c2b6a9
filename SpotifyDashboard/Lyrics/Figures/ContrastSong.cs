namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>A song whose words feel other than its sound.</summary>
/// <param name="TrackId">Public id.</param>
/// <param name="Title">The title.</param>
/// <param name="Artist">The artist.</param>
/// <param name="Words">How the words feel, 0 sad to 1 happy.</param>
/// <param name="Sound">How it sounds, 0 sad to 1 happy.</param>
/// <param name="Plays">Counted plays in the period.</param>
public sealed record ContrastSong(string TrackId, string Title, string Artist, double Words, double Sound, int Plays);
