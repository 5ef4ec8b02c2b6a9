namespace SpotifyDashboard.Operations.Backup;

/// <summary>A backup in the folder.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="CreatedAt">When it was taken (UTC).</param>
/// <param name="Bytes">Its size.</param>
public sealed record BackupFile(string Name, DateTimeOffset CreatedAt, long Bytes);
