using System.Buffers.Binary;
using System.Text;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>The fields of one protobuf message, by number: enough to read OpenTelemetry's messages without their generated classes.</summary>
internal sealed class ProtobufFields
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;

    private readonly List<(int Number, ulong Value, ReadOnlyMemory<byte> Content)> _fields = [];

    /// <exception cref="FormatException">It is no protobuf message.</exception>
    public ProtobufFields(ReadOnlyMemory<byte> message)
    {
        for (var rest = message; rest.Length > 0;)
        {
            var key = ReadVarint(ref rest);
            var (value, content) = ((int)(key & 7)) switch
            {
                Varint => (ReadVarint(ref rest), ReadOnlyMemory<byte>.Empty),
                Fixed64 => (BinaryPrimitives.ReadUInt64LittleEndian(Take(ref rest, 8).Span), ReadOnlyMemory<byte>.Empty),
                Bytes => (0UL, Take(ref rest, checked((int)ReadVarint(ref rest)))),
                Fixed32 => (BinaryPrimitives.ReadUInt32LittleEndian(Take(ref rest, 4).Span), ReadOnlyMemory<byte>.Empty),
                var type => throw new FormatException($"Wire type {type} is not in use."),
            };
            _fields.Add(((int)(key >> 3), value, content));
        }
    }

    /// <summary>The messages under a number.</summary>
    public IEnumerable<ProtobufFields> Messages(int number) => _fields.Where(field => field.Number == number).Select(field => new ProtobufFields(field.Content));

    /// <summary>The last text under a number, or nothing.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(_fields.LastOrDefault(field => field.Number == number).Content.Span);

    /// <summary>The last number under a number, or 0.</summary>
    public ulong Number(int number) => _fields.LastOrDefault(field => field.Number == number).Value;

    public bool Has(int number) => _fields.Exists(field => field.Number == number);

    private static ulong ReadVarint(ref ReadOnlyMemory<byte> rest)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = Take(ref rest, 1).Span[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> rest, int count)
    {
        if (rest.Length < count)
        {
            throw new FormatException("The message ends too early.");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
