namespace SpotifyDashboard.Providers.Lyrics;

/// <summary>What LRCLIB knows of a song.</summary>
/// <param name="RecordId">LRCLIB's number of it.</param>
/// <param name="Text">The words, a line each, verses divided by an empty line; null where the song is instrumental.</param>
internal sealed record SongWords(long RecordId, string? Text)
{
    /// <summary>Whether LRCLIB says that nothing is sung.</summary>
    public bool IsInstrumental => Text is null;
}
