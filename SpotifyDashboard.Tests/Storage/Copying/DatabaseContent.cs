using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage.Copying;

namespace SpotifyDashboard.Tests.Storage.Copying;

/// <summary>All rows of all tables as text, the same on either database.</summary>
internal static class DatabaseContent
{
    public static async Task<IReadOnlyList<string>> ReadAsync(TestDatabase database, IReadOnlyList<CopiedTable> tables)
    {
        await using var context = await database.OpenAsync();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        foreach (var table in tables)
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {table.ColumnList} FROM {table.Name}";
            await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                lines.Add($"{table.Name}: {string.Join('|', table.Columns.Select((column, index) => Text(rows, index, column.Kind)))}");
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Text(DbDataReader rows, int index, CopiedKind kind) => rows.IsDBNull(index) ? "NULL" : kind switch
    {
        CopiedKind.Boolean => rows.GetBoolean(index) ? "yes" : "no",
        CopiedKind.Id => rows.GetGuid(index).ToString(),
        CopiedKind.Day => rows.GetFieldValue<DateOnly>(index).ToString("O", CultureInfo.InvariantCulture),
        CopiedKind.Bytes => Convert.ToHexString(rows.GetFieldValue<byte[]>(index)),
        CopiedKind.Single => rows.GetFloat(index).ToString("R", CultureInfo.InvariantCulture),
        CopiedKind.Double => rows.GetDouble(index).ToString("R", CultureInfo.InvariantCulture),
        CopiedKind.Text => $"'{rows.GetString(index)}'",
        _ => rows.GetInt64(index).ToString(CultureInfo.InvariantCulture),
    };
}
