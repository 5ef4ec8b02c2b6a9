using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SpotifyDashboard.Storage.Copying;

/// <summary>Counts the rows of a table and sums up a checksum over them, whatever order they come in and whichever database they come from.</summary>
/// <remarks>The sum, modulo 2^128, of the first half of the SHA-256 of each row. A value is written with its kind, so that 0, no, unknown and the empty text differ.</remarks>
internal sealed class RowDigest : RowSink
{
    private readonly ArrayBufferWriter<byte> _row = new();

    private enum Mark : byte
    {
        Null,
        Number,
        Real,
        Text,
        Bytes,
        Id,
        Day,
    }

    /// <summary>How many rows there were.</summary>
    public long Rows { get; private set; }

    /// <summary>The checksum of all rows.</summary>
    public UInt128 Sum { get; private set; }

    /// <inheritdoc/>
    public override void Begin() => _row.ResetWrittenCount();

    /// <inheritdoc/>
    public override void Null(CopiedKind kind) => Write(Mark.Null, []);

    /// <inheritdoc/>
    public override void Number(CopiedKind kind, long value) => Write(Mark.Number, value);

    /// <inheritdoc/>
    public override void Real(CopiedKind kind, double value) => Write(Mark.Real, BitConverter.DoubleToInt64Bits(value));

    /// <inheritdoc/>
    public override void Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Write(Mark.Text, Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, _row);
    }

    /// <inheritdoc/>
    public override void Bytes(byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Write(Mark.Bytes, value.Length);
        _row.Write(value);
    }

    /// <inheritdoc/>
    public override void Id(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes);
        Write(Mark.Id, bytes);
    }

    /// <inheritdoc/>
    public override void Day(DateOnly value) => Write(Mark.Day, value.DayNumber);

    /// <inheritdoc/>
    public override void End()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_row.WrittenSpan, hash);
        Sum += BinaryPrimitives.ReadUInt128LittleEndian(hash);
        Rows++;
    }

    /// <summary>Rows and checksum, to be compared by eye.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} rows, checksum {Sum:x32}");

    /// <summary>Whether both saw the same rows.</summary>
    public bool Agrees(RowDigest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Rows, Sum) == (other.Rows, other.Sum);
    }

    private void Write(Mark mark, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        Write(mark, bytes);
    }

    private void Write(Mark mark, ReadOnlySpan<byte> bytes)
    {
        _row.GetSpan(1)[0] = (byte)mark;
        _row.Advance(1);
        _row.Write(bytes);
    }
}
