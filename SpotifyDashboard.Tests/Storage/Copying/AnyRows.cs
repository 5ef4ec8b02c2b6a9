using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using SpotifyDashboard.Storage.Copying;

namespace SpotifyDashboard.Tests.Storage.Copying;

/// <summary>Fills every table of a SQLite database with rows that try each column: nothing known, the far ends, something between.</summary>
internal static class AnyRows
{
    private const int Rows = 3;
    private const int FirstNumber = 11;

    /// <summary>The tables of the model as PostgreSQL has them, in the order in which they can be filled.</summary>
    public static async Task<(IReadOnlyList<CopiedTable> Copied, IRelationalModel Model)> TablesAsync(TestDatabase postgres)
    {
        await using var context = await postgres.OpenAsync();
        var model = context.GetService<IDesignTimeModel>().Model;
        return (CopiedTable.AllOf(model), model.GetRelationalModel());
    }

    /// <summary>Inserts three rows into each table.</summary>
    public static async Task FillAsync(TestDatabase sqlite, IReadOnlyList<CopiedTable> tables, IRelationalModel model)
    {
        await using var connection = new SqliteConnection(sqlite.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var filled = new Dictionary<(string Table, string Column, int Row), object>();
        foreach (var table in tables)
        {
            for (var row = 0; row < Rows; row++)
            {
                await InsertAsync(connection, table, model.Tables.Single(one => one.Name == table.Name), row, filled);
            }
        }
    }

    private static async Task InsertAsync(
        SqliteConnection connection, CopiedTable table, ITable description, int row, Dictionary<(string Table, string Column, int Row), object> filled)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select(column => "$" + column.Name))})";
        foreach (var (column, index) in table.Columns.Select((column, index) => (column, index)))
        {
            var isNullable = description.FindColumn(column.Name)!.IsNullable;
            var value = Reference(description, column.Name, row, filled) ?? (isNullable && row == 0 ? DBNull.Value : Value(column, row, index, table.Name));
            filled[(table.Name, column.Name, row)] = value;
            command.Parameters.AddWithValue("$" + column.Name, value);
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The value of the row that a column refers to; null where it refers to nothing.</summary>
    private static object? Reference(ITable table, string column, int row, Dictionary<(string Table, string Column, int Row), object> filled)
    {
        foreach (var key in table.ForeignKeyConstraints.Where(key => key.PrincipalTable != table))
        {
            if (key.Columns.ToList().FindIndex(one => one.Name == column) is >= 0 and var place)
            {
                return filled[(key.PrincipalTable.Name, key.PrincipalColumns[place].Name, row)];
            }
        }

        return table.ForeignKeyConstraints.Any(key => key.Columns.Any(one => one.Name == column)) && table.FindColumn(column)!.IsNullable ? DBNull.Value : null;
    }

    private static object Value(CopiedColumn column, int row, int index, string table) => column.Kind switch
    {
        CopiedKind.Boolean => row == 1 ? 1 : 0,
        CopiedKind.Small or CopiedKind.Integer when column.IsNumbered => FirstNumber + row,
        CopiedKind.Small => short.MaxValue - row,
        CopiedKind.Integer => row == 0 ? int.MinValue : int.MaxValue - row,
        CopiedKind.Long when column.IsNumbered => FirstNumber + row,
        CopiedKind.Long => row == 0 ? long.MinValue : long.MaxValue - row,
        CopiedKind.Single => row == 0 ? -0.0f : float.Epsilon * row,
        CopiedKind.Double => row switch { 0 => -0.0, 1 => double.Epsilon, _ => 0.1 + 0.2 },
        CopiedKind.Bytes => row == 0 ? [] : Enumerable.Range(0, 256).Select(number => (byte)(number + row)).ToArray(),
        CopiedKind.Id => new Guid(row, (short)index, 3, 4, 5, 6, 7, 8, 9, 10, 0xAB).ToString().ToUpperInvariant(),
        CopiedKind.Day => new DateOnly(1999, 12, 31).AddDays(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CopiedKind.Text => row switch { 0 => table == "circumstances" ? "-" : "", 1 => $"a\t\"quoted\" \\. line\r\n{table} 🎧 ß ÿ", _ => $"{table}.{column.Name}" },
        _ => throw new InvalidOperationException($"No value for {column}."),
    };
}
