using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Reads the times of day of the exports. All are UTC.</summary>
internal static class Utf8Time
{
    private static readonly string[] s_others =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm",
    ];

    /// <summary>Reads <c>yyyy-MM-ddTHH:mm:ssZ</c>, <c>yyyy-MM-dd HH:mm</c> and their like as milliseconds since 1970.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long milliseconds)
    {
        if (text.Length == 20 && text[10] == (byte)'T' && text[19] == (byte)'Z' && TryDigits(text, out var moment))
        {
            milliseconds = moment;
            return true;
        }

        milliseconds = 0;
        if (text.Length is < 16 or > 40
            || !DateTimeOffset.TryParseExact(
                Encoding.UTF8.GetString(text), s_others, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return false;
        }

        milliseconds = time.ToUnixTimeMilliseconds();
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out long milliseconds)
    {
        milliseconds = 0;
        var isOne = TryNumber(text[..4], out var year) & TryNumber(text[5..7], out var month) & TryNumber(text[8..10], out var day)
            & TryNumber(text[11..13], out var hour) & TryNumber(text[14..16], out var minute) & TryNumber(text[17..19], out var second)
            & text[4] == (byte)'-' & text[7] == (byte)'-' & text[13] == (byte)':' & text[16] == (byte)':';
        if (!isOne || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks;
        milliseconds = ticks / TimeSpan.TicksPerMillisecond;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
