using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace SpotifyDashboard.Storage.Archives;

/// <summary>Values of an archive as PostgreSQL's binary copy takes them.</summary>
internal static class PostgresValues
{
    /// <summary>The type that a column is written as.</summary>
    /// <param name="type">Its type as PostgreSQL names it.</param>
    public static NpgsqlDbType TypeOf(string type) => type switch
    {
        "boolean" => NpgsqlDbType.Boolean,
        "smallint" => NpgsqlDbType.Smallint,
        "integer" => NpgsqlDbType.Integer,
        "bigint" => NpgsqlDbType.Bigint,
        "real" => NpgsqlDbType.Real,
        "double precision" => NpgsqlDbType.Double,
        "text" => NpgsqlDbType.Text,
        "character varying" => NpgsqlDbType.Varchar,
        "bytea" => NpgsqlDbType.Bytea,
        "uuid" => NpgsqlDbType.Uuid,
        "date" => NpgsqlDbType.Date,
        _ => throw new ArchiveException($"A column of the type {type} has no form in an archive."),
    };

    /// <summary>Writes one value.</summary>
    /// <exception cref="ArchiveException">The value does not fit its column.</exception>
    public static void Write(NpgsqlBinaryImporter importer, object value, NpgsqlDbType type)
    {
        try
        {
            WriteAs(importer, value, type);
        }
        catch (Exception exception) when (exception is InvalidCastException or FormatException or OverflowException)
        {
            throw new ArchiveException($"A value in the backup does not fit its column ({type}), so nothing was changed.", exception);
        }
    }

    private static void WriteAs(NpgsqlBinaryImporter importer, object value, NpgsqlDbType type)
    {
        var culture = CultureInfo.InvariantCulture;
        switch (type)
        {
            case NpgsqlDbType.Boolean:
                importer.Write(Convert.ToInt64(value, culture) != 0, type);
                break;
            case NpgsqlDbType.Smallint:
                importer.Write(Convert.ToInt16(value, culture), type);
                break;
            case NpgsqlDbType.Integer:
                importer.Write(Convert.ToInt32(value, culture), type);
                break;
            case NpgsqlDbType.Bigint:
                importer.Write(Convert.ToInt64(value, culture), type);
                break;
            case NpgsqlDbType.Real:
                importer.Write(Convert.ToSingle(value, culture), type);
                break;
            case NpgsqlDbType.Double:
                importer.Write(Convert.ToDouble(value, culture), type);
                break;
            case NpgsqlDbType.Bytea:
                importer.Write((byte[])value, type);
                break;
            case NpgsqlDbType.Uuid:
                importer.Write(Guid.Parse((string)value), type);
                break;
            case NpgsqlDbType.Date:
                importer.Write(DateOnly.ParseExact((string)value, "yyyy-MM-dd", culture), type);
                break;
            default:
                importer.Write((string)value, type);
                break;
        }
    }
}
