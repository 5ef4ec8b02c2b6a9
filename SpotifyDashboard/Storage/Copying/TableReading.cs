using System.Data.Common;

namespace SpotifyDashboard.Storage.Copying;

/// <summary>Reads whole tables of either database.</summary>
/// <param name="connection">An open connection.</param>
/// <param name="snapshot">The transaction that everything is read in.</param>
internal sealed class TableReading(DbConnection connection, DbTransaction snapshot)
{
    private const int RowsBetweenReports = 250_000;

    /// <summary>Texts that had a NUL character, which PostgreSQL has no place for; they were read without it.</summary>
    public long TextsWithNul { get; private set; }

    /// <summary>How many rows a table has.</summary>
    public async Task<long> CountAsync(CopiedTable table, CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT count(*) FROM {table.Name}");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Hands each row of a table on.</summary>
    /// <param name="table">The table.</param>
    /// <param name="sink">Who takes the rows.</param>
    /// <param name="report">Told now and then how many rows were read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidOperationException">A value does not fit its column; the message names it.</exception>
    public async Task ReadAsync(CopiedTable table, RowSink sink, Action<long> report, CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT {table.ColumnList} FROM {table.Name}");
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        HandOn(table, rows, sink, report, cancellationToken);
    }

    /// <summary>Not awaited row by row: a wait costs more than a row.</summary>
    private void HandOn(CopiedTable table, DbDataReader rows, RowSink sink, Action<long> report, CancellationToken cancellationToken)
    {
        var read = 0L;
        while (rows.Read())
        {
            sink.Begin();
            for (var column = 0; column < table.Columns.Count; column++)
            {
                Pass(table, rows, column, sink);
            }

            sink.End();
            if (++read % RowsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                report(read);
            }
        }
    }

    private void Pass(CopiedTable table, DbDataReader rows, int column, RowSink sink)
    {
        try
        {
            Pass(rows, column, table.Columns[column].Kind, sink);
        }
        catch (Exception exception) when (exception is OverflowException or FormatException or InvalidCastException)
        {
            throw new InvalidOperationException($"A value of the column {table.Name}.{table.Columns[column].Name} does not fit PostgreSQL: {exception.Message}", exception);
        }
    }

    private void Pass(DbDataReader rows, int column, CopiedKind kind, RowSink sink)
    {
        if (rows.IsDBNull(column))
        {
            sink.Null(kind);
            return;
        }

        switch (kind)
        {
            case CopiedKind.Boolean:
                sink.Number(kind, rows.GetBoolean(column) ? 1L : 0L);
                break;
            case CopiedKind.Small or CopiedKind.Integer or CopiedKind.Long:
                sink.Number(kind, rows.GetInt64(column));
                break;
            case CopiedKind.Single:
                sink.Real(kind, rows.GetFloat(column));
                break;
            case CopiedKind.Double:
                sink.Real(kind, rows.GetDouble(column));
                break;
            case CopiedKind.Text:
                sink.Text(Storable(rows.GetString(column)));
                break;
            case CopiedKind.Bytes:
                sink.Bytes(rows.GetFieldValue<byte[]>(column));
                break;
            case CopiedKind.Id:
                sink.Id(rows.GetGuid(column));
                break;
            case CopiedKind.Day:
                sink.Day(rows.GetFieldValue<DateOnly>(column));
                break;
        }
    }

    private string Storable(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        TextsWithNul++;
        return text.Replace("\0", "", StringComparison.Ordinal);
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = snapshot;
        return command;
    }
}
