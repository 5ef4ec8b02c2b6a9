using SpotifyDashboard.Lyrics.Reading;

namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>A recording that was played in the period, with what is known of its words.</summary>
/// <param name="Track">Place in the catalogue of the track that stands for it.</param>
/// <param name="Plays">Counted plays in the period.</param>
/// <param name="State">What came of asking; null where nobody was asked yet.</param>
/// <param name="Reading">What was made out of the words; null where they are not known.</param>
internal sealed record PlayedSong(int Track, int Plays, LyricsState? State, SongReading? Reading)
{
    private static readonly IReadOnlyDictionary<string, int> s_none = new Dictionary<string, int>();

    /// <summary>Its theme words with how often each is sung.</summary>
    public IReadOnlyDictionary<string, int> Themes => Reading?.Themes ?? s_none;
}
