using System.Buffers;
using System.Runtime.CompilerServices;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Streams the rows of a JSON list through one pooled buffer.</summary>
internal sealed class JsonHistoryReader(IRowParser parser) : IHistoryReader
{
    private const int SmallestBuffer = 256 * 1024;

    private readonly JsonRowScanner _scanner = new(parser);

    /// <inheritdoc/>
    public long RowsRead => _scanner.RowsRead;

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<HistoryRow>> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(SmallestBuffer);
        try
        {
            var held = 0;
            for (bool isFirst = true, isLast = false; !isLast; isFirst = false)
            {
                if (held == buffer.Length)
                {
                    // One row fills the buffer; the scanner gives up on it at a megabyte.
                    buffer = Grown(buffer);
                }

                var got = await ReadOrEndAsync(stream, buffer.AsMemory(held), cancellationToken);
                held += got;
                isLast = got == 0;
                var begin = isFirst && buffer.AsSpan(0, held).StartsWith("\uFEFF"u8) ? 3 : 0;
                var rows = new List<HistoryRow>(held / 512);
                var taken = begin + _scanner.Take(buffer.AsSpan(begin, held - begin), isLast, rows);
                buffer.AsSpan(taken, held - taken).CopyTo(buffer);
                held -= taken;
                if (rows.Count > 0)
                {
                    yield return rows;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask<int> ReadOrEndAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            // Filled as far as possible: the byte order mark must not be torn apart, and small portions cost.
            return await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception exception) when (exception is EndOfStreamException or InvalidDataException)
        {
            // A damaged archive: what was unpacked so far stands, and the scanner notes that the file ends in the middle.
            return 0;
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
