using Microsoft.Data.Sqlite;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest;

/// <summary>Inserts rows that consist of whole numbers only, in portions of some hundred.</summary>
/// <remarks>
/// An import lives on this. A command of ADO.NET costs several times what the database needs to store a row of numbers, so each provider has
/// its own short way for the same statement: <see cref="BoundRows"/> on SQLite, <see cref="ArrayRows"/> on PostgreSQL.
/// </remarks>
internal abstract class NumberRows : IDisposable
{
    public const int Capacity = 128;

    /// <summary>Rows since the last <see cref="Flush"/>.</summary>
    public int Count { get; protected set; }

    public bool IsFull => Count == Capacity;

    /// <summary>Rows for one statement.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="head">The statement up to its columns: <c>INSERT INTO table (…)</c>.</param>
    /// <param name="tail">What follows the values.</param>
    public static NumberRows For(WriteTransaction write, string head, string tail)
    {
        using var command = write.Command(head);
        return command.Connection is SqliteConnection connection ? new BoundRows(connection, $"{head} VALUES ", tail) : new ArrayRows(write, head, tail);
    }

    /// <summary>Adds a row; null where a value is unknown. Stored at the latest at <see cref="Flush"/>.</summary>
    /// <returns>Whether the database took it; null where that shows at <see cref="Flush"/> only.</returns>
    public abstract bool? Add(params ReadOnlySpan<long?> values);

    /// <summary>Stores what waits.</summary>
    /// <returns>How many of the rows since the last call the database took.</returns>
    public abstract int Flush();

    public abstract void Dispose();
}
