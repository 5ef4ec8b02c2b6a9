using Npgsql;
using NpgsqlTypes;

namespace SpotifyDashboard.Storage.Copying;

/// <summary>Rows on their way into a table of PostgreSQL, by its binary COPY, and their checksum as they left.</summary>
internal sealed class RowImport(NpgsqlBinaryImporter importer, RowDigest left) : RowSink
{
    /// <inheritdoc/>
    public override void Begin()
    {
        importer.StartRow();
        left.Begin();
    }

    /// <inheritdoc/>
    public override void Null(CopiedKind kind)
    {
        importer.WriteNull();
        left.Null(kind);
    }

    /// <inheritdoc/>
    public override void Number(CopiedKind kind, long value)
    {
        left.Number(kind, value);
        switch (kind)
        {
            case CopiedKind.Boolean:
                importer.Write(value != 0, NpgsqlDbType.Boolean);
                break;
            case CopiedKind.Small:
                importer.Write(checked((short)value), NpgsqlDbType.Smallint);
                break;
            case CopiedKind.Integer:
                importer.Write(checked((int)value), NpgsqlDbType.Integer);
                break;
            default:
                importer.Write(value, NpgsqlDbType.Bigint);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Real(CopiedKind kind, double value)
    {
        left.Real(kind, value);
        if (kind == CopiedKind.Single)
        {
            importer.Write((float)value, NpgsqlDbType.Real);
        }
        else
        {
            importer.Write(value, NpgsqlDbType.Double);
        }
    }

    /// <inheritdoc/>
    public override void Text(string value)
    {
        importer.Write(value, NpgsqlDbType.Text);
        left.Text(value);
    }

    /// <inheritdoc/>
    public override void Bytes(byte[] value)
    {
        importer.Write(value, NpgsqlDbType.Bytea);
        left.Bytes(value);
    }

    /// <inheritdoc/>
    public override void Id(Guid value)
    {
        importer.Write(value, NpgsqlDbType.Uuid);
        left.Id(value);
    }

    /// <inheritdoc/>
    public override void Day(DateOnly value)
    {
        importer.Write(value, NpgsqlDbType.Date);
        left.Day(value);
    }

    /// <inheritdoc/>
    public override void End() => left.End();
}
