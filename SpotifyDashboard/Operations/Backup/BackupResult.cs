namespace SpotifyDashboard.Operations.Backup;

/// <summary>What came of a backup job.</summary>
/// <param name="Name">The file's name in the folder of backups.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Plays">Plays among them.</param>
/// <param name="Removed">Older backups that had to go.</param>
internal sealed record BackupResult(string Name, long Bytes, long Rows, long Plays, int Removed);
