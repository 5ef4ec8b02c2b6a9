namespace SpotifyDashboard.Moods.Playlists;

/// <summary>A playlist on its way to Spotify, as a page shows it.</summary>
/// <param name="Id">The dashboard's own number of it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Added">Tracks that are in it.</param>
/// <param name="Total">Tracks that are to be in it.</param>
/// <param name="LeftOut">Tracks without a Spotify id.</param>
/// <param name="Url">Its page at Spotify; null until it is there.</param>
/// <param name="Message">Why it ended early; null where it did not.</param>
internal sealed record PlaylistView(Guid Id, string Name, PlaylistState State, int Added, int Total, int LeftOut, string? Url, string? Message);
