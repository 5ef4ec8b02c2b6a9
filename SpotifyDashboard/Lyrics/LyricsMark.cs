namespace SpotifyDashboard.Lyrics;

/// <summary>What came of looking for the words of a track.</summary>
/// <param name="State">What is known.</param>
/// <param name="RetryAt">When it is asked again at the earliest (UTC); null for never.</param>
internal sealed record LyricsMark(LyricsState State, DateTimeOffset? RetryAt)
{
    /// <summary>Whether it may be asked at <paramref name="now"/>; words that are known are never asked for again.</summary>
    public bool IsDue(DateTimeOffset now) => State is not (LyricsState.Found or LyricsState.Instrumental) && RetryAt <= now;
}
