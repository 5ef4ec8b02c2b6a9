namespace SpotifyDashboard.Lyrics;

/// <summary>What is known of the words of a song, as it is stored.</summary>
internal enum LyricsState : byte
{
    /// <summary>The words are known.</summary>
    Found,

    /// <summary>Nothing is sung.</summary>
    Instrumental,

    /// <summary>LRCLIB does not know the song.</summary>
    Missing,

    /// <summary>What LRCLIB answered made no sense, or it refused.</summary>
    Failed,
}
