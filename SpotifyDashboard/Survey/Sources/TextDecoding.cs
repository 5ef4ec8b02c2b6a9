using System.Text;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Makes text of a file's bytes, whatever program wrote them: by byte order mark, else UTF-16 by its zero bytes, else UTF-8, else Latin-1.</summary>
internal static class TextDecoding
{
    private const int Sample = 4096;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        var head = bytes[..Math.Min(bytes.Length, Sample)];
        var zerosAtEven = ZerosAt(head, 0);
        var zerosAtOdd = ZerosAt(head, 1);
        if (Math.Max(zerosAtEven, zerosAtOdd) > head.Length / 4)
        {
            return (zerosAtOdd > zerosAtEven ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes);
        }

        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8: an older spreadsheet program's own, whose Western letters are those of Latin-1.
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static int ZerosAt(ReadOnlySpan<byte> bytes, int start)
    {
        var zeros = 0;
        for (var i = start; i < bytes.Length; i += 2)
        {
            zeros += bytes[i] == 0 ? 1 : 0;
        }

        return zeros;
    }
}
