using System.Buffers.Binary;
using System.Text;

namespace SpotifyDashboard.Benchmarks.Circuits;

/// <summary>Reads MessagePack as a circuit's hub writes it: arrays, maps, texts, bytes, numbers, Booleans, nil.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> _rest = rest;

    /// <summary>The messages of one frame: each has its length in front, seven bits a byte.</summary>
    public static List<object?[]> Messages(ReadOnlySpan<byte> frame)
    {
        List<object?[]> messages = [];
        while (frame.Length > 0)
        {
            var length = 0;
            var at = 0;
            do
            {
                length |= (frame[at] & 0x7f) << (7 * at);
            }
            while ((frame[at++] & 0x80) != 0);
            var reader = new PackReader(frame.Slice(at, length));
            messages.Add(reader.Read() as object?[] ?? throw new InvalidDataException("A message is an array."));
            frame = frame[(at + length)..];
        }

        return messages;
    }

    private object? Read()
    {
        var code = _rest[0];
        _rest = _rest[1..];
        return code switch
        {
            <= 0x7f => (long)code,
            <= 0x8f => Map(code & 0x0f),
            <= 0x9f => Items(code & 0x0f),
            <= 0xbf => Text(code & 0x1f),
            0xc0 => null,
            0xc2 or 0xc3 => code == 0xc3,
            0xc4 => Bytes(Take(1)[0]),
            0xc5 => Bytes(BinaryPrimitives.ReadUInt16BigEndian(Take(2))),
            0xc6 => Bytes(BinaryPrimitives.ReadInt32BigEndian(Take(4))),
            0xcc => (long)Take(1)[0],
            0xcd => (long)BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xce => (long)BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xcf or 0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            0xd0 => (long)(sbyte)Take(1)[0],
            0xd1 => (long)BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xd2 => (long)BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xd9 => Text(Take(1)[0]),
            0xda => Text(BinaryPrimitives.ReadUInt16BigEndian(Take(2))),
            0xdb => Text(BinaryPrimitives.ReadInt32BigEndian(Take(4))),
            0xdc => Items(BinaryPrimitives.ReadUInt16BigEndian(Take(2))),
            >= 0xe0 => (long)(sbyte)code,
            _ => throw new InvalidDataException($"MessagePack code {code:x2} is not known here."),
        };
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private string Text(int length) => Encoding.UTF8.GetString(Take(length));

    private byte[] Bytes(int length) => Take(length).ToArray();

    private object?[] Items(int count)
    {
        var items = new object?[count];
        for (var index = 0; index < count; index++)
        {
            items[index] = Read();
        }

        return items;
    }

    private object? Map(int count)
    {
        for (var index = 0; index < 2 * count; index++)
        {
            Read();
        }

        return null;
    }
}
