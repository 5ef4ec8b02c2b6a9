using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Where uploads wait for their job: a folder beside the database, so that they are on the same disk and survive a restart.</summary>
internal sealed class UploadFolder(IOptions<DatabaseOptions> database, IHostEnvironment host)
{
    private string Root => Path.Combine(
        database.Value.Provider == DatabaseProvider.Sqlite
            ? Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.Value.ConnectionString).DataSource) ?? host.ContentRootPath
            : Path.Combine(host.ContentRootPath, "data"),
        "uploads");

    /// <summary>Makes an empty folder for one upload.</summary>
    public string Create() => Directory.CreateDirectory(Path.Combine(Root, Guid.CreateVersion7().ToString("N"))).FullName;

    /// <summary>Removes the files of an upload and their folder.</summary>
    public void Remove(IReadOnlyList<ImportInput> files)
    {
        foreach (var folder in files.Select(file => Path.GetDirectoryName(file.Path)).Distinct(StringComparer.Ordinal))
        {
            // Only what this class made: the job's input comes out of the database.
            if (folder is not null && Path.GetDirectoryName(folder) == Path.GetFullPath(Root) && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
