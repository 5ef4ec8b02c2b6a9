namespace SpotifyDashboard.Storage;

/// <summary>A login that was begun: good for one callback, for ten minutes, in one browser.</summary>
public sealed class LoginAttemptRow
{
    /// <summary>SHA-256 of the state parameter, base64url.</summary>
    public required string StateHash { get; set; }

    /// <summary>SHA-256 of the cookie that binds it to a browser; null for one begun by the command.</summary>
    public string? BrowserHash { get; set; }

    /// <summary>The PKCE verifier, encrypted.</summary>
    public required string Verifier { get; set; }

    /// <summary>The redirect address sent with it: the exchange must repeat it.</summary>
    public required string RedirectUri { get; set; }

    /// <summary>The scopes asked for, separated by blanks; null in a row of an earlier version.</summary>
    public string? Scopes { get; set; }

    /// <summary>Whether the command that began it wants the code itself, to print the token and not store it.</summary>
    public bool IsHandedOver { get; set; }

    /// <summary>The code that came back for the command, encrypted; null until then.</summary>
    public string? Code { get; set; }

    /// <summary>What a login with accounts is for (the signed-in account, an invitation, the setup), encrypted; null where it connects the one listener there is.</summary>
    public string? Purpose { get; set; }

    /// <summary>When it was begun (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
