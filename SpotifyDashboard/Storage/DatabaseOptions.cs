namespace SpotifyDashboard.Storage;

/// <summary>Where the data are kept: section <c>Database</c>, <c>ConnectionStrings:Dashboard</c> or <c>DATABASE_URL</c>.</summary>
public sealed class DatabaseOptions
{
    public const string SectionName = "Database";

    /// <summary><c>Sqlite</c> (default) or <c>Postgres</c>.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>The connection string, already resolved from the three places it can stand in; a relative SQLite path is under the content root.</summary>
    public string ConnectionString { get; set; } = "";
}
