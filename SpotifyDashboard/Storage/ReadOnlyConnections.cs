using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SpotifyDashboard.Storage;

/// <summary>Tells the database itself, as a connection opens, whether its context may only read: commands of our own are refused too then.</summary>
internal sealed class ReadOnlyConnections : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Statement(connection, eventData) is { } statement)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Statement(connection, eventData) is { } statement)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>SQLite's pool hands connections on as they are, so both are said; PostgreSQL's sets them back itself.</summary>
    private static string? Statement(DbConnection connection, ConnectionEndEventData told)
    {
        var isReadOnly = told.Context is DashboardDbContext { IsReadOnly: true };
        return connection is SqliteConnection
            ? isReadOnly ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF"
            : isReadOnly ? "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY" : null;
    }
}
