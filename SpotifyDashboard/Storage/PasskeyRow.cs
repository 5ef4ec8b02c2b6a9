namespace SpotifyDashboard.Storage;

/// <summary>A passkey of an account: the public half of a key that a device keeps.</summary>
public sealed class PasskeyRow
{
    public int Id { get; set; }

    /// <summary>The authenticator's name of it, base64url.</summary>
    public required string CredentialId { get; set; }

    /// <summary>Whom it lets in.</summary>
    public int AccountId { get; set; }

    /// <summary>The listener of that account.</summary>
    public int ListenerId { get; set; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>The public key (COSE).</summary>
    public required byte[] PublicKey { get; set; }

    /// <summary>What the authenticator said when it was made.</summary>
    public required byte[] AttestationObject { get; set; }

    /// <summary>What the browser said when it was made.</summary>
    public required byte[] ClientDataJson { get; set; }

    /// <summary>How the authenticator is reached, separated by blanks; empty where it did not say.</summary>
    public required string Transports { get; set; }

    /// <summary>Whether the device asked for a finger, face or code.</summary>
    public bool IsUserVerified { get; set; }

    /// <summary>Whether it may be copied to other devices.</summary>
    public bool IsBackupEligible { get; set; }

    /// <summary>Whether it was.</summary>
    public bool IsBackedUp { get; set; }

    /// <summary>The authenticator's counter: one that falls tells of a copy.</summary>
    public long SignCount { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When somebody last signed in with it (UTC); null while nobody did.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}
