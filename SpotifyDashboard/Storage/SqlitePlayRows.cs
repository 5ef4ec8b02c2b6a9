using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SpotifyDashboard.Storage;

/// <summary>Rows straight from SQLite's own functions: more than twice as fast as through its reader, which asks for the type of each value first.</summary>
internal sealed class SqlitePlayRows : PlayRows
{
    private readonly DbCommand _command;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">An open connection; what it reads belongs to the transaction that is open on it.</param>
    /// <param name="command">The query; its parameters are whole numbers. Disposed with the rows.</param>
    /// <exception cref="SqliteException">The query is refused.</exception>
    public SqlitePlayRows(SqliteConnection connection, DbCommand command)
    {
        _command = command;
        _database = SqliteRuntime.HandleOf(connection);
        Check(raw.sqlite3_prepare_v2(_database, command.CommandText, out _statement));
        foreach (DbParameter parameter in command.Parameters)
        {
            var place = raw.sqlite3_bind_parameter_index(_statement, $"@{parameter.ParameterName}");
            Check(raw.sqlite3_bind_int64(_statement, place, Convert.ToInt64(parameter.Value, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    /// <inheritdoc/>
    public override bool TryRead(out PlayRow row)
    {
        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_ROW)
        {
            row = default;
            return result == raw.SQLITE_DONE ? false : throw Failure(result);
        }

        row = new PlayRow(Number(0), Number(1), Number(2), Number(3), Number(4), (int)Number(5));
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _statement.Dispose();
        _command.Dispose();
    }

    private long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Failure(result);
        }
    }

    private SqliteException Failure(int result) => new($"Reading the plays failed: {raw.sqlite3_errmsg(_database).utf8_to_string()}", result);
}
