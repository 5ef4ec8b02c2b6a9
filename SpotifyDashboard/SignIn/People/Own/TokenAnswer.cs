using System.Text.Json.Serialization;
using SpotifyDashboard.SignIn.Accounts;

namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>A personal access token in the list of one's own; <see cref="Token"/> only in the answer that makes it.</summary>
internal sealed record TokenAnswer(
    int Id,
    string Prefix,
    string Label,
    string Scope,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Token)
{
    public const string Example =
        """
        [ { "id": 7, "prefix": "sdb_Qx3a2b", "label": "kitchen display", "scope": "read", "createdAt": "2026-11-20T19:02:11.000Z", "expiresAt": null, "lastUsedAt": "2026-11-21T18:40:00.000Z" } ]
        """;

    public static TokenAnswer Of(PersonalToken token, string? secret = null) =>
        new(token.Id, token.Prefix, token.Label, token.Scope == TokenScope.Write ? "write" : "read", token.CreatedAt, token.ExpiresAt, token.LastUsedAt, secret);
}
