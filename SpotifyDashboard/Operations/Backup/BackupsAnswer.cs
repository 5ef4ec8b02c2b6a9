namespace SpotifyDashboard.Operations.Backup;

/// <summary>The backups and when the next is taken, as <c>GET /api/backups</c> and the status page show them.</summary>
/// <param name="Folder">Where they are, on the server.</param>
/// <param name="Every">How often one is taken by itself; null: never.</param>
/// <param name="NextAt">When the next is taken by itself (UTC); null: never.</param>
/// <param name="Backups">What is there, newest first.</param>
public sealed record BackupsAnswer(string Folder, TimeSpan? Every, DateTimeOffset? NextAt, IReadOnlyList<BackupFile> Backups)
{
    internal const string Example =
        """
        { "folder": "/data/backups", "every": "1.00:00:00", "nextAt": "2026-11-23T03:15:00.000Z",
          "backups": [ { "name": "dashboard-20261122T031500Z.zip", "createdAt": "2026-11-22T03:15:00.000Z", "bytes": 18874368 } ] }
        """;
}
