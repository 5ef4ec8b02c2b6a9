namespace SpotifyDashboard.Lyrics;

/// <summary>The words of a song over HTTP, to the listener they were looked up for.</summary>
/// <param name="TrackId">The track's public id.</param>
/// <param name="State"><c>found</c>, <c>instrumental</c>, <c>missing</c>, <c>failed</c> or <c>unknown</c>.</param>
/// <param name="Text">The words; null unless found.</param>
/// <param name="Language">BCP 47 code; null where it can't be told.</param>
/// <param name="Mood">How they feel, 0 sad to 1 happy; null where too few words can be weighed.</param>
/// <param name="RecordUrl">LRCLIB's record; null where there is none.</param>
/// <param name="PageUrl">The song's page at Genius; null where none is known.</param>
/// <param name="AskedAt">When LRCLIB was asked (UTC); null where it was not.</param>
/// <param name="AskAgainAt">When it is asked again at the earliest (UTC); null for never.</param>
/// <param name="Detail">Why it failed; null where it did not.</param>
internal sealed record TrackLyricsAnswer(
    string TrackId,
    string State,
    string? Text,
    string? Language,
    double? Mood,
    Uri? RecordUrl,
    string? PageUrl,
    DateTimeOffset? AskedAt,
    DateTimeOffset? AskAgainAt,
    string? Detail)
{
    /// <summary>As the API answers it.</summary>
    public const string Example =
        """
        { "trackId": "7ouMYWpwJ422jRcDASZB7P", "state": "found", "text": "First invented line\nSecond invented line", "language": "en", "mood": 0.42,
          "recordUrl": "https://lrclib.net/api/get/4200001", "pageUrl": null, "askedAt": "2026-11-19T12:00:00Z", "askAgainAt": null, "detail": null }
        """;

    /// <summary>What is known, as it is told.</summary>
    public static TrackLyricsAnswer Of(SongLyrics song)
    {
        ArgumentNullException.ThrowIfNull(song);
        return new TrackLyricsAnswer(
            song.TrackId,
            song.State?.ToString().ToLowerInvariant() ?? "unknown",
            song.Text,
            song.Reading?.Language?.Code,
            song.Reading?.Mood?.Valence,
            song.RecordUrl,
            song.PageUrl,
            song.AskedAt,
            song.AskAgainAt,
            song.Detail);
    }
}
