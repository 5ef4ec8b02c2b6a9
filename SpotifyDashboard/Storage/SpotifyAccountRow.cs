namespace SpotifyDashboard.Storage;

/// <summary>The Spotify account of a listener, with its tokens; encrypted, and never logged.</summary>
public sealed class SpotifyAccountRow
{
    public int ListenerId { get; set; }

    /// <summary>Spotify's <c>account_id</c>, else its <c>id</c>: what an account is recognised by.</summary>
    public required string AccountId { get; set; }

    /// <summary>Spotify's <c>id</c>.</summary>
    public required string UserId { get; set; }

    /// <summary>The app the tokens belong to: another app can't use them.</summary>
    public required string ClientId { get; set; }

    /// <summary>What was consented to, separated by blanks; empty where Spotify did not say.</summary>
    public required string Scopes { get; set; }

    /// <summary>Encrypted; null once it was refused.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>Encrypted; kept, so that a restart costs no refresh.</summary>
    public string? AccessToken { get; set; }

    /// <summary>When the access token was given (UTC): with its end, how long it lives.</summary>
    public DateTimeOffset? AccessIssuedAt { get; set; }

    /// <summary>When the access token ends (UTC).</summary>
    public DateTimeOffset? AccessExpiresAt { get; set; }

    /// <summary>When Spotify refused the refresh token (UTC); null while all is well.</summary>
    public DateTimeOffset? NeedsLoginSince { get; set; }

    /// <summary>What Spotify said to it.</summary>
    public string? NeedsLoginReason { get; set; }

    /// <summary>The refused refresh token, encrypted: Spotify has refused good ones by mistake (contracts, 1.6).</summary>
    public string? SetAsideToken { get; set; }

    /// <summary>Which process refreshes just now.</summary>
    public string? RefreshedBy { get; set; }

    /// <summary>When its turn ends at the latest (UTC).</summary>
    public DateTimeOffset? RefreshingUntil { get; set; }

    /// <summary>When the row was last written (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
