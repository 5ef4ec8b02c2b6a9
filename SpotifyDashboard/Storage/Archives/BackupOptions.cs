using Microsoft.Data.Sqlite;

namespace SpotifyDashboard.Storage.Archives;

/// <summary>Backups that are taken by themselves: section <c>Backup</c>.</summary>
internal sealed class BackupOptions
{
    public const string SectionName = "Backup";

    /// <summary>How often; null: never.</summary>
    public TimeSpan? Every { get; set; }

    /// <summary>Where they go; empty: the folder <c>backups</c> beside the SQLite file, or in <c>data</c>.</summary>
    public string Folder { get; set; } = "";

    /// <summary>How many of the newest are kept.</summary>
    public int Keep { get; set; } = 7;

    /// <summary>Of how many weeks before those the newest one is kept.</summary>
    public int KeepWeeks { get; set; } = 4;

    /// <summary>The folder as a full path.</summary>
    internal void Resolve(DatabaseOptions database, string contentRoot)
    {
        var data = database.Provider == DatabaseProvider.Sqlite
            ? Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource) ?? contentRoot
            : Path.Combine(contentRoot, "data");
        Folder = string.IsNullOrWhiteSpace(Folder) ? Path.Combine(data, "backups") : Path.GetFullPath(Folder, contentRoot);
    }
}
