namespace SpotifyDashboard.Ingest.History;

/// <summary>What makes a row of any export impossible.</summary>
/// <param name="latest">The latest end that is believed, milliseconds since 1970: a day ahead of now, for clocks that are.</param>
internal sealed class RowRules(long latest)
{
    /// <summary>In UTF-8 bytes. Real names stay far below; the indexes of PostgreSQL end not far above.</summary>
    public const int LongestText = 1000;

    private const long Day = 24 * 3600 * 1000L;

    // Spotify was founded in 2006; nothing was streamed before.
    private static readonly long s_earliest = new DateTimeOffset(2006, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static RowRules At(DateTimeOffset now) => new(now.ToUnixTimeMilliseconds() + Day);

    /// <summary>Why a row with this end can't be, or null.</summary>
    private string? ProblemOfEnd(long endedAt) =>
        endedAt < s_earliest ? "the time lies before Spotify existed" : endedAt > latest ? "the time lies in the future" : null;

    /// <summary>Why a row with this text can't be, or null.</summary>
    public static string? ProblemOfText(ReadOnlySpan<byte> text, int longest = LongestText) => text.Length > longest ? "a text is longer than 1,000 bytes" : null;

    /// <summary>Checks what every row must have: an end and milliseconds played, both possible.</summary>
    /// <param name="told">What was found wrong while reading the fields, or null.</param>
    /// <param name="endedAt">The end as given.</param>
    /// <param name="msPlayed">The milliseconds as given, or null.</param>
    /// <param name="end">The end in milliseconds since 1970 (UTC).</param>
    /// <param name="ms">The milliseconds played.</param>
    /// <returns>Why the row can't be read; null where it can.</returns>
    public string? ProblemOf(string? told, ReadOnlySpan<byte> endedAt, long? msPlayed, out long end, out int ms)
    {
        (end, ms) = (0, 0);
        if (told is not null)
        {
            return told;
        }

        if (!Utf8Time.TryParse(endedAt, out end))
        {
            return endedAt.IsEmpty ? "the time is missing" : "the time can't be read";
        }

        if (ProblemOfEnd(end) is { } impossible)
        {
            return impossible;
        }

        switch (msPlayed)
        {
            case null:
                return "the milliseconds played are missing";
            case < 0 or > int.MaxValue:
                return "the milliseconds played are impossible";
            default:
                ms = (int)msPlayed;
                return null;
        }
    }
}
