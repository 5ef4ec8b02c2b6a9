namespace SpotifyDashboard.Demo;

/// <summary>An artist who was made up.</summary>
/// <param name="SpotifyId">22 characters that begin with <c>demo</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="Mood">The mood of nearly all their tracks.</param>
/// <param name="Genres">What others call their music; empty for a few, as some artists always lack genres.</param>
internal sealed record DemoArtist(string SpotifyId, string Name, DemoMood Mood, IReadOnlyList<string> Genres);
