namespace SpotifyDashboard.Operations.Status;

/// <summary>How collecting and enriching stand, as <c>/api/status</c> and the status page show it. Times are UTC; there is no secret in it.</summary>
/// <param name="Timestamp">When it was read.</param>
/// <param name="Version">The program's version.</param>
/// <param name="Consent">Spotify's consent.</param>
/// <param name="Polls">Polling of recently played.</param>
/// <param name="Budget">Calls to Spotify's Web API.</param>
/// <param name="Queues">What waits for each provider.</param>
/// <param name="Coverage">How much of the catalogue is known.</param>
/// <param name="Gaps">Stretches in which plays may be missing, newest first.</param>
/// <param name="Services">The services outside.</param>
/// <param name="Replicas">The servers on the same PostgreSQL database, the one that runs longest first; empty on SQLite.</param>
public sealed record StatusAnswer(
    DateTimeOffset Timestamp,
    string Version,
    ConsentStatus Consent,
    PollStatus Polls,
    BudgetStatus Budget,
    IReadOnlyList<QueueStatus> Queues,
    CoverageStatus Coverage,
    IReadOnlyList<GapStatus> Gaps,
    IReadOnlyList<ServiceStatus> Services,
    IReadOnlyList<ReplicaStatus> Replicas)
{
    internal const string Example =
        """
        { "timestamp": "2026-11-21T20:44:09.000Z", "version": "0.1.0",
          "consent": { "state": "connected", "account": "Mara Lindqvist", "authorizedAt": "2026-10-02T08:00:00.000Z", "reauthorizeBy": "2027-04-02T08:00:00.000Z", "daysLeft": 131, "reason": null },
          "polls": { "lastAttemptAt": "2026-11-21T20:40:00.000Z", "lastSuccessAt": "2026-11-21T20:40:00.000Z", "nextDueAt": "2026-11-21T21:05:00.000Z", "why": "You are listening.", "failingSince": null, "lastFailure": null },
          "budget": { "limit": 500, "used": 61, "left": 439, "blockedUntil": null, "reason": null, "nextFreeAt": null, "groups": [ { "name": "recently-played", "used": 58, "blockedUntil": null } ], "ownApp": false },
          "queues": [ { "provider": "reccobeats", "waiting": 120, "found": 4310, "missing": 212, "failed": 0, "message": null, "nextTryAt": null } ],
          "coverage": { "tracks": 4642, "withFeatures": 4310, "artists": 811, "withGenres": 640, "withCovers": 3900 },
          "gaps": [ { "from": "2026-11-03T14:00:00.000Z", "to": "2026-11-03T18:20:00.000Z", "foundAt": "2026-11-03T18:31:00.000Z", "closedAt": null, "closedBy": null } ],
          "services": [ { "name": "spotify", "lastSuccessAt": "2026-11-21T20:40:00.000Z", "lastFailureAt": null, "lastFailure": null, "blockedUntil": null } ],
          "replicas": [ { "machine": "dashboard-0", "version": "0.1.0", "startedAt": "2026-11-21T08:00:00.000Z", "seenAt": "2026-11-21T20:44:01.000Z" } ] }
        """;
}
