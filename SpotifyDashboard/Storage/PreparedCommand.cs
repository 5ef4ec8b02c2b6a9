using System.Data.Common;

namespace SpotifyDashboard.Storage;

/// <summary>Runs one statement many times inside a transaction.</summary>
/// <remarks>Synchronous on purpose: called for every row, and an await per row costs more than the row.</remarks>
internal static class PreparedCommand
{
    /// <summary>Gives the parameters their values, runs, and returns the number of rows touched.</summary>
    public static int Run(this DbCommand command, params ReadOnlySpan<object?> values)
    {
        Set(command, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row as a number, or null where there is no row.</summary>
    public static int? Find(this DbCommand command, params ReadOnlySpan<object?> values)
    {
        Set(command, values);
        return command.ExecuteScalar() is { } found and not DBNull ? Convert.ToInt32(found, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Like <see cref="Find"/>, for an INSERT … RETURNING id.</summary>
    public static int Insert(this DbCommand command, params ReadOnlySpan<object?> values) =>
        command.Find(values) ?? throw new InvalidOperationException($"The statement returned no number: {command.CommandText}");

    /// <summary>Gives the parameters their values, in their order; null becomes the database's.</summary>
    public static void Set(this DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
