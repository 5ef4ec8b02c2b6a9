using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts.Passkeys;

/// <summary>A passkey in the list of one's own.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="IsBackedUp">Whether it is copied to other devices of its owner, by Apple's or Google's keychain for example.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="LastUsedAt">When somebody last signed in with it (UTC); null while nobody did.</param>
internal sealed record Passkey(int Id, string Name, bool IsBackedUp, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    /// <summary>The passkey of a row.</summary>
    public static Passkey Of(PasskeyRow row) => new(row.Id, row.Name, row.IsBackedUp, row.CreatedAt, row.LastUsedAt);
}
