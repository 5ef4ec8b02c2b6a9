using SpotifyDashboard.SignIn.People.Own;

namespace SpotifyDashboard.Operations.People;

/// <summary>Somebody with an account, as <c>/api/people</c> tells it. Times are UTC.</summary>
/// <param name="AccountId">The account's number.</param>
/// <param name="ListenerId">Whose dashboard they see.</param>
/// <param name="Name">How the dashboard calls them.</param>
/// <param name="Role"><c>owner</c>, <c>listener</c> or <c>guest</c>.</param>
/// <param name="Plays">Their plays.</param>
/// <param name="Rows">Rows that their sources told.</param>
/// <param name="LastSeenAt">When they last used the dashboard.</param>
/// <param name="Consent">How they stand with Spotify, in words.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
internal sealed record PersonAnswer(
    int AccountId,
    int ListenerId,
    string Name,
    string Role,
    long Plays,
    long Rows,
    DateTimeOffset? LastSeenAt,
    string Consent,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ClosedAt)
{
    public const string Example =
        """
        [ { "accountId": 2, "listenerId": 2, "name": "Ben", "role": "listener", "plays": 48211, "rows": 51002, "lastSeenAt": "2026-11-21T18:40:00.000Z",
            "consent": "connected, 131 days left", "createdAt": "2026-10-02T08:00:00.000Z", "closedAt": null } ]
        """;

    public static PersonAnswer Of(Person person) => new(
        person.AccountId,
        person.ListenerId,
        person.Name,
        RoleWords.Of(person.Role),
        person.Plays,
        person.Rows,
        person.LastSeenAt,
        person.Consent,
        person.CreatedAt,
        person.ClosedAt);
}
