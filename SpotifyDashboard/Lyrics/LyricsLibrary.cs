using SpotifyDashboard.Listening;
using SpotifyDashboard.Lyrics.Reading;

namespace SpotifyDashboard.Lyrics;

/// <summary>What is known of the words of one listener's songs, the words themselves left out. Immutable, shared by all who look.</summary>
/// <param name="Marks">What came of asking, by number of the track's row.</param>
/// <param name="Readings">What was made out of the words, by number of the track's row.</param>
internal sealed record LyricsLibrary(IReadOnlyDictionary<int, LyricsMark> Marks, IReadOnlyDictionary<int, SongReading> Readings)
{
    /// <summary>What is known of each recording: that of any of its tracks, words first.</summary>
    /// <param name="catalogue">The listener's tracks.</param>
    public Dictionary<int, (LyricsState State, SongReading? Reading)> ByRecording(LogCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var known = new Dictionary<int, (LyricsState State, SongReading? Reading)>();
        foreach (var (trackId, mark) in Marks.OrderBy(static mark => mark.Key))
        {
            if (catalogue.IndexOf(trackId) is not (>= 0 and var track))
            {
                continue;
            }

            var recording = catalogue.CountsAs[track];
            if (!known.TryGetValue(recording, out var other) || mark.State < other.State)
            {
                known[recording] = (mark.State, Readings.GetValueOrDefault(trackId));
            }
        }

        return known;
    }
}
