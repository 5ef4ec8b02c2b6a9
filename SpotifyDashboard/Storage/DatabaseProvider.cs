namespace SpotifyDashboard.Storage;

/// <summary>The databases that the dashboard runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>One file beside the program; the default.</summary>
    Sqlite,

    /// <summary>PostgreSQL 14 or later.</summary>
    Postgres,
}
