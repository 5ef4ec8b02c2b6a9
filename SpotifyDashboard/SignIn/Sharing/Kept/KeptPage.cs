using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SpotifyDashboard.SignIn.Sharing.Kept;

/// <summary>A visitor's document as it goes over the wire, in each encoding; nothing in it depends on who asks.</summary>
/// <remarks>It holds no secret beside what it shows and repeats nothing of the request, so that compressing it tells nobody anything.</remarks>
internal sealed class KeptPage
{
    private const int TagBytes = 12;

    private KeptPage(int status, byte[] plain, byte[] gzip, byte[] brotli, string tag) => (Status, Plain, Gzip, Brotli, Tag) = (status, plain, gzip, brotli, tag);

    /// <summary>The answer's status.</summary>
    public int Status { get; }

    /// <summary>The document, UTF-8.</summary>
    public byte[] Plain { get; }

    /// <summary>The same by gzip.</summary>
    public byte[] Gzip { get; }

    /// <summary>The same by Brotli.</summary>
    public byte[] Brotli { get; }

    /// <summary>The entity tag: weak, since one document has three encodings.</summary>
    public string Tag { get; }

    /// <summary>What it was drawn from; null for a page that is nobody's.</summary>
    public PageStamp? Stamp { get; init; }

    /// <summary>Whether anybody may see it by a setting, and search engines may list it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>From when on its link shows nothing any more (UTC); null where it has no end.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>About how much memory it takes.</summary>
    public int SizeBytes => Plain.Length + Gzip.Length + Brotli.Length;

    /// <summary>Makes the encodings of a document.</summary>
    public static KeptPage Of(int status, byte[] document, PageStamp? stamp = null, bool isPublic = false, DateTimeOffset? endsAt = null)
    {
        var tag = $"W/\"{Base64Url.EncodeToString(SHA256.HashData(document).AsSpan(0, TagBytes))}\"";
        var gzip = Packed(document, static into => new GZipStream(into, CompressionLevel.Optimal, leaveOpen: true));
        var brotli = Packed(document, static into => new BrotliStream(into, CompressionLevel.Optimal, leaveOpen: true));
        return new KeptPage(status, document, gzip, brotli, tag) { Stamp = stamp, IsPublic = isPublic, EndsAt = endsAt };
    }

    /// <summary>The document as text, for those who read it here.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Plain);

    private static byte[] Packed(byte[] document, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var packing = pack(packed))
        {
            packing.Write(document);
        }

        return packed.ToArray();
    }
}
