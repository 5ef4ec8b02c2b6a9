using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SpotifyDashboard.Benchmarks.Circuits;

/// <summary>Writes the few forms of MessagePack that calls of a circuit's hub need (MessagePack specification; ASP.NET Core's HubProtocol.md).</summary>
internal static class PackWriter
{
    private const int LargestFixed = 16;

    /// <summary>A call of <paramref name="target"/>, with its length in front: [1, {}, id or nil, target, [arguments], []].</summary>
    public static byte[] Invocation(string? id, string target, params object?[] arguments)
    {
        var body = new ArrayBufferWriter<byte>();
        Array(body, 6);
        Value(body, 1L);
        body.Write((ReadOnlySpan<byte>)[0x80]);
        Value(body, id);
        Value(body, target);
        Array(body, arguments.Length);
        foreach (var argument in arguments)
        {
            Value(body, argument);
        }

        Array(body, 0);
        return Framed(body.WrittenSpan);
    }

    /// <summary>The answer to a ping of the server's.</summary>
    public static byte[] Ping() => Framed([0x91, 0x06]);

    private static byte[] Framed(ReadOnlySpan<byte> body)
    {
        List<byte> frame = [];
        var length = (uint)body.Length;
        do
        {
            frame.Add((byte)((length & 0x7f) | (length > 0x7f ? 0x80u : 0)));
            length >>= 7;
        }
        while (length > 0);
        frame.AddRange(body);
        return [.. frame];
    }

    private static void Array(ArrayBufferWriter<byte> body, int count) =>
        body.Write((ReadOnlySpan<byte>)[(byte)(count < LargestFixed ? 0x90 | count : throw new ArgumentOutOfRangeException(nameof(count), count, "No call has that many."))]);

    private static void Value(ArrayBufferWriter<byte> body, object? value)
    {
        switch (value)
        {
            case null:
                body.Write((ReadOnlySpan<byte>)[0xc0]);
                break;
            case bool flag:
                body.Write((ReadOnlySpan<byte>)[(byte)(flag ? 0xc3 : 0xc2)]);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                Span<byte> head = [0xdb, 0, 0, 0, 0];
                BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
                body.Write(head);
                body.Write(bytes);
                break;
            case long number:
                Span<byte> eight = [0xd3, 0, 0, 0, 0, 0, 0, 0, 0];
                BinaryPrimitives.WriteInt64BigEndian(eight[1..], number);
                body.Write(eight);
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} is no argument of a circuit's hub.", nameof(value));
        }
    }
}
