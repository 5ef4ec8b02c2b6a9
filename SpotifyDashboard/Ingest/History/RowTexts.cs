using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Makes one object per distinct track, circumstance and name of a file, so that a million rows share some thousand texts.</summary>
internal sealed class RowTexts
{
    private const byte Separator = 0;
    private const int LargestCache = 65_536;

    private readonly Utf8Interner<RowTrack> _tracks = new(LargestCache);
    private readonly Utf8Interner<RowCircumstance> _circumstances = new(LargestCache);
    private readonly Utf8Interner<string> _names = new(LargestCache);
    private byte[] _key = new byte[8192];

    /// <summary>A track; <paramref name="id"/> empty where the format gives names only. All texts are raw JSON.</summary>
    public RowTrack Track(ReadOnlySpan<byte> id, ReadOnlySpan<byte> title, ReadOnlySpan<byte> artist, ReadOnlySpan<byte> album)
    {
        var key = Key(id, title, artist, album);
        return _tracks.TryGet(key, out var known)
            ? known
            : _tracks.Add(key, new RowTrack(
                id.IsEmpty ? null : Name(id, share: false),
                Name(title, share: false),
                Name(artist, share: true),
                album.IsEmpty ? null : Name(album, share: true)));
    }

    public RowCircumstance Circumstance(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end, ReadOnlySpan<byte> platform, ReadOnlySpan<byte> country)
    {
        var key = Key(start, end, platform, country);
        return _circumstances.TryGet(key, out var known)
            ? known
            : _circumstances.Add(key, new RowCircumstance(JsonText.Decode(start), JsonText.Decode(end), JsonText.Decode(platform), JsonText.Decode(country)));
    }

    public static RowSpoken Spoken(SpokenKind kind, ReadOnlySpan<byte> uri, ReadOnlySpan<byte> title, ReadOnlySpan<byte> show) =>
        new(kind, JsonText.Decode(uri), JsonText.Decode(title), JsonText.Decode(show));

    private string Name(ReadOnlySpan<byte> raw, bool share)
    {
        if (!share)
        {
            return JsonText.Decode(raw);
        }

        return _names.TryGet(raw, out var known) ? known : _names.Add(raw, JsonText.Decode(raw));
    }

    private ReadOnlySpan<byte> Key(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, ReadOnlySpan<byte> d)
    {
        var length = a.Length + b.Length + c.Length + d.Length + 3;
        if (_key.Length < length)
        {
            _key = new byte[length];
        }

        var rest = _key.AsSpan();
        rest = Append(rest, a);
        rest = Append(rest, b);
        rest = Append(rest, c);
        d.CopyTo(rest);
        return _key.AsSpan(0, length);
    }

    private static Span<byte> Append(Span<byte> to, ReadOnlySpan<byte> text)
    {
        text.CopyTo(to);
        to[text.Length] = Separator;
        return to[(text.Length + 1)..];
    }
}
