using System.Text.Json.Serialization;
using SpotifyDashboard.SignIn.Accounts;

namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>An invitation in the list; <see cref="Path"/> only in the answer that makes it.</summary>
internal sealed record InvitationAnswer(
    int Id,
    string Role,
    string? Note,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? UsedAt,
    DateTimeOffset? RevokedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path)
{
    public const string Example =
        """
        [ { "id": 3, "role": "guest", "note": "my sister", "createdAt": "2026-11-20T19:02:11.000Z", "expiresAt": "2026-11-27T19:02:11.000Z", "usedAt": null, "revokedAt": null } ]
        """;

    public static InvitationAnswer Of(Invitation invitation, string? path = null) => new(
        invitation.Id, RoleWords.Of(invitation.Role), invitation.Note, invitation.CreatedAt, invitation.ExpiresAt, invitation.UsedAt, invitation.RevokedAt, path);
}
