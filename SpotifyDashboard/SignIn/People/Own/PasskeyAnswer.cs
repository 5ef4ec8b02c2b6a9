using SpotifyDashboard.SignIn.Accounts.Passkeys;

namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>A passkey in the list of one's own.</summary>
internal sealed record PasskeyAnswer(int Id, string Name, bool BackedUp, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    public const string Example =
        """
        [ { "id": 3, "name": "Chrome on Linux", "backedUp": false, "createdAt": "2026-11-20T19:02:11.000Z", "lastUsedAt": "2026-11-21T18:40:00.000Z" } ]
        """;

    public static PasskeyAnswer Of(Passkey passkey) => new(passkey.Id, passkey.Name, passkey.IsBackedUp, passkey.CreatedAt, passkey.LastUsedAt);
}
