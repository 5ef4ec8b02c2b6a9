using SpotifyDashboard.Lyrics.Reading;

namespace SpotifyDashboard.Lyrics;

/// <summary>What is known of the words of one song, for the listener they were looked up for.</summary>
/// <param name="TrackId">The track's public id.</param>
/// <param name="State">What is known; null where nobody was asked yet.</param>
/// <param name="Text">The words; null unless found.</param>
/// <param name="Reading">What was made out of them; null unless found.</param>
/// <param name="RecordUrl">Where LRCLIB's record can be read; null where there is none.</param>
/// <param name="PageUrl">The song's page at Genius; null where none is known.</param>
/// <param name="AskedAt">When LRCLIB was asked (UTC); null where it was not.</param>
/// <param name="AskAgainAt">When it is asked again at the earliest (UTC); null for never.</param>
/// <param name="Detail">Why it failed; null where it did not.</param>
internal sealed record SongLyrics(
    string TrackId,
    LyricsState? State,
    string? Text,
    SongReading? Reading,
    Uri? RecordUrl,
    string? PageUrl,
    DateTimeOffset? AskedAt,
    DateTimeOffset? AskAgainAt,
    string? Detail)
{
    private const int LongestLine = 80;

    /// <summary>The first line, cut where it is long: no more is shown to those who did not ask for the words.</summary>
    public string? FirstLine
    {
        get
        {
            var line = Text?.Split('\n').FirstOrDefault(static line => line.Length > 0 && !(line[0] == '[' && line[^1] == ']'));
            return line is { Length: > LongestLine } ? $"{line.AsSpan(0, LongestLine - 1).TrimEnd()}…" : line;
        }
    }
}
