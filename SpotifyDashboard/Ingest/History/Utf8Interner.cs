using System.Diagnostics.CodeAnalysis;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Finds the object made for a run of bytes without making a string of them first.</summary>
/// <remarks>Forgets everything when full: then equal bytes get a second object, which costs a little time and nothing else.</remarks>
internal sealed class Utf8Interner<T>(int capacity)
    where T : class
{
    private readonly Dictionary<byte[], T> _known = new(ByteComparer.Instance);
    private Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>>? _lookup;

    public bool TryGet(ReadOnlySpan<byte> key, [NotNullWhen(true)] out T? value)
    {
        _lookup ??= _known.GetAlternateLookup<ReadOnlySpan<byte>>();
        return _lookup.Value.TryGetValue(key, out value);
    }

    public T Add(ReadOnlySpan<byte> key, T value)
    {
        if (_known.Count >= capacity)
        {
            _known.Clear();
        }

        _known[key.ToArray()] = value;
        return value;
    }

    private sealed class ByteComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly ByteComparer Instance = new();

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());
    }
}
