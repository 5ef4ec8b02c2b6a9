namespace SpotifyDashboard.Storage.Archives;

/// <summary>What an archive holds, as its last entry <c>manifest.json</c> says it: an archive without one was cut short.</summary>
/// <param name="Form">Number of the form of the file (<see cref="CurrentForm"/>).</param>
/// <param name="Program">Version of the dashboard that wrote it.</param>
/// <param name="CreatedAt">The moment whose state it holds (UTC).</param>
/// <param name="Provider">The database it was taken from; it restores to either.</param>
/// <param name="Migrations">The migrations that had been applied, in order.</param>
/// <param name="Tables">The tables, ordered by name.</param>
internal sealed record ArchiveManifest(
    int Form, string Program, DateTimeOffset CreatedAt, string Provider, IReadOnlyList<string> Migrations, IReadOnlyList<ArchiveTable> Tables)
{
    /// <summary>The form that this version writes, and the only one it reads.</summary>
    public const int CurrentForm = 1;

    /// <summary>Its name in the archive.</summary>
    public const string EntryName = "manifest.json";

    /// <summary>Rows of all tables.</summary>
    public long Rows => Tables.Sum(table => table.Rows);

    /// <summary>Rows of one table; 0 where there is no such table.</summary>
    public long RowsOf(string table) => Tables.FirstOrDefault(one => one.Name == table)?.Rows ?? 0;
}
