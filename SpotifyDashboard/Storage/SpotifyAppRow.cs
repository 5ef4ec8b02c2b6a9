namespace SpotifyDashboard.Storage;

/// <summary>The Spotify app of one listener, where they brought their own.</summary>
public sealed class SpotifyAppRow
{
    public int ListenerId { get; set; }

    /// <summary>The app's client id.</summary>
    public required string ClientId { get; set; }

    /// <summary>Its secret, encrypted; null: PKCE alone.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>When it was stored (UTC).</summary>
    public DateTimeOffset StoredAt { get; set; }
}
