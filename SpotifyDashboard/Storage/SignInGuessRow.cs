namespace SpotifyDashboard.Storage;

/// <summary>How often somebody lately failed to sign in under one name, or from one address.</summary>
public sealed class SignInGuessRow
{
    /// <summary>A keyed hash of the name or the address: neither can be read from it.</summary>
    public required string KeyHash { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>The last of them (UTC).</summary>
    public DateTimeOffset LastFailedAt { get; set; }

    /// <summary>Until when further tries are refused unlooked at (UTC).</summary>
    public DateTimeOffset WaitUntil { get; set; }
}
