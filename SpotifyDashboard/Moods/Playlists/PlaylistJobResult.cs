namespace SpotifyDashboard.Moods.Playlists;

/// <summary>What came of a playlist job.</summary>
/// <param name="Name">What the playlist is called.</param>
/// <param name="Url">Its page at Spotify.</param>
/// <param name="Added">Tracks in it.</param>
/// <param name="LeftOut">Tracks without a Spotify id.</param>
internal sealed record PlaylistJobResult(string Name, string? Url, int Added, int LeftOut);
