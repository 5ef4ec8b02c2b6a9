using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SpotifyDashboard.Storage;

/// <summary>Reads rows of tables that all listeners share: by their numbers where few of them are wanted, else by one scan.</summary>
/// <remarks>With one listener nearly every row is theirs, and a scan is fastest; among ten thousand a scan would read everybody's music for each.</remarks>
internal sealed class SharedRows(DbConnection connection, DbTransaction snapshot)
{
    /// <summary>Rows of a scan that cost what one row costs that is looked up.</summary>
    private const long ScannedPerLookup = 4;

    /// <summary>A command that gives at least the wanted rows, and maybe others.</summary>
    /// <param name="columns">What is selected.</param>
    /// <param name="table">The table.</param>
    /// <param name="key">The column that <paramref name="wanted"/> are values of; an index begins with it.</param>
    /// <param name="wanted">Row numbers.</param>
    /// <param name="order">The column to order by; empty for none.</param>
    public DbCommand Command(string columns, string table, string key, IReadOnlyCollection<int> wanted, string order = "")
    {
        var command = Command();
        var few = wanted.Count * ScannedPerLookup < Highest(table, key);
        var where = !few ? "" : connection is SqliteConnection ? $" WHERE {key} IN (SELECT value FROM json_each(@wanted))" : $" WHERE {key} = ANY(@wanted)";
        command.CommandText = $"SELECT {columns} FROM {table}{where}{(order.Length == 0 ? "" : $" ORDER BY {order}")}";
        if (few)
        {
            command.AddParameter("wanted", connection is SqliteConnection ? $"[{string.Join(',', wanted)}]" : wanted.ToArray());
        }

        return command;
    }

    /// <summary>The highest number, which is about how many rows a scan reads.</summary>
    private long Highest(string table, string key)
    {
        using var command = Command();
        command.CommandText = $"SELECT COALESCE(MAX({key}), 0) FROM {table}";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private DbCommand Command()
    {
        var command = connection.CreateCommand();
        command.Transaction = snapshot;
        return command;
    }
}
