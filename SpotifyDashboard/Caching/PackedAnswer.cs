using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SpotifyDashboard.Caching;

/// <summary>An answer's text as it lies in the database: eight bytes to know it again by, its length, and the text under Brotli.</summary>
internal static class PackedAnswer
{
    private const int MarkBytes = 8;
    private const int HeadBytes = MarkBytes + sizeof(int);
    private const int LongestText = 16 * 1024 * 1024;
    private const int Quality = 5;
    private const int Window = 22;

    public static byte[] Pack(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var packed = new byte[HeadBytes + BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        SHA256.HashData(plain).AsSpan(0, MarkBytes).CopyTo(packed);
        BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(MarkBytes), plain.Length);
        return BrotliEncoder.TryCompress(plain, packed.AsSpan(HeadBytes), out var written, Quality, Window)
            ? packed[..(HeadBytes + written)]
            : throw new InvalidOperationException("An answer could not be packed.");
    }

    /// <summary>The text; null where the bytes are damaged.</summary>
    public static string? Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < HeadBytes || BinaryPrimitives.ReadInt32LittleEndian(packed[MarkBytes..]) is not (var length and >= 0 and <= LongestText))
        {
            return null;
        }

        var plain = new byte[length];
        return BrotliDecoder.TryDecompress(packed[HeadBytes..], plain, out var written)
            && written == length
            && SHA256.HashData(plain).AsSpan(0, MarkBytes).SequenceEqual(packed[..MarkBytes])
            ? Encoding.UTF8.GetString(plain)
            : null;
    }
}
