using Microsoft.Extensions.Options;
using SpotifyDashboard.Storage.Archives;

namespace SpotifyDashboard.Operations.Backup;

/// <summary>The folder of backups.</summary>
internal sealed class BackupFolder(IOptions<BackupOptions> options, TimeProvider time)
{
    private static readonly TimeSpan s_unfinished = TimeSpan.FromDays(1);

    /// <summary>Its full path.</summary>
    public string FullName => options.Value.Folder;

    /// <summary>Where a backup of this moment goes.</summary>
    public string NewPath() => Path.Combine(FullName, BackupRotation.NameOf(time.GetUtcNow()));

    /// <summary>What is there, newest first; nothing where there is no folder.</summary>
    public IReadOnlyList<BackupFile> List() =>
        !Directory.Exists(FullName)
            ? []
            : [.. new DirectoryInfo(FullName).EnumerateFiles("*.zip")
                .Select(file => (File: file, At: BackupRotation.MomentOf(file.Name)))
                .Where(backup => backup.At is not null)
                .OrderByDescending(backup => backup.At)
                .Select(backup => new BackupFile(backup.File.Name, backup.At ?? DateTimeOffset.UnixEpoch, backup.File.Length))];

    /// <summary>Deletes what there is too much of, and what a process that was killed has left unfinished.</summary>
    /// <returns>How many backups went.</returns>
    public int Rotate()
    {
        var now = time.GetUtcNow();
        var tooMany = BackupRotation.TooMany(List().Select(backup => backup.Name), options.Value.Keep, options.Value.KeepWeeks, now);
        foreach (var name in tooMany)
        {
            File.Delete(Path.Combine(FullName, name));
        }

        foreach (var unfinished in new DirectoryInfo(FullName).EnumerateFiles("dashboard-*.zip.part").Where(file => now.UtcDateTime - file.LastWriteTimeUtc > s_unfinished))
        {
            unfinished.Delete();
        }

        return tooMany.Count;
    }
}
