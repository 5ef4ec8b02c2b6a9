namespace SpotifyDashboard.Listening;

/// <summary>A playlist, album or artist from which something was played.</summary>
public sealed class PlayContext
{
    public int Id { get; set; }

    /// <summary>The Spotify URI, for example <c>spotify:playlist:…</c>.</summary>
    public required string Uri { get; set; }
}
