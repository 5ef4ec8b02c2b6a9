using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SpotifyDashboard.Storage;

/// <summary>Connections past EF Core for the few rows that a start reads: EF Core's model takes longer to build than all else before the first answer.</summary>
internal static class PlainReading
{
    /// <summary>A closed connection to an existing database, of its own, to be read from.</summary>
    public static DbConnection Of(DatabaseOptions database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Provider == DatabaseProvider.Postgres
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString)
            : new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
    }
}
