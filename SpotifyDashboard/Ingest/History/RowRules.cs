namespace SpotifyDashboard.Ingest.History;

/// <summary>What makes a row of any export impossible.</summary>
/// <param name="latest">The latest end that is believed, milliseconds since 1970: a day ahead of now, for clocks that are.</param>
internal sealed class RowRules(long latest)
{
    /// <summary>In UTF-8 bytes. Real names stay far below; the indexes of PostgreSQL end not far above.</summary>
    private const int LongestText = 1000;

    private const long Day = 24 * 3600 * 1000L;

    // Spotify was founded in 2006; nothing was streamed before.
    private static readonly long s_earliest = new DateTimeOffset(2006, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static RowRules At(DateTimeOffset now) => new(now.ToUnixTimeMilliseconds() + Day);

    /// <summary>Why a row with this end can't be, or null.</summary>
    public string? ProblemOfEnd(long endedAt) =>
        endedAt < s_earliest ? "the time lies before Spotify existed" : endedAt > latest ? "the time lies in the future" : null;

    /// <summary>Why a row with this text can't be, or null.</summary>
    public static string? ProblemOfText(ReadOnlySpan<byte> text) => text.Length > LongestText ? "a text is longer than 1,000 bytes" : null;
}
