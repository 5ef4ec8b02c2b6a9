using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>Holds the mood of the words against the mood of the sound.</summary>
internal static class MoodContrast
{
    private const int MostSongs = 5;
    private const double Middle = 0.5;

    /// <summary>Below it is sad.</summary>
    private const double Sad = 0.4;

    /// <summary>From here on it is happy.</summary>
    private const double Happy = 0.6;

    /// <summary>Compares the songs of which both are known.</summary>
    /// <param name="catalogue">Names of the songs.</param>
    /// <param name="songs">Those whose words are known.</param>
    /// <param name="sounds">How they sound.</param>
    public static WordsMood Of(LogCatalogue catalogue, IEnumerable<PlayedSong> songs, SoundValence sounds)
    {
        List<ContrastSong> both = [];
        foreach (var song in songs)
        {
            var track = catalogue.Tracks[song.Track];
            if (song.Reading?.Mood is { } mood && sounds.Of(track) is { } sound)
            {
                both.Add(new ContrastSong(track.PublicId, track.Title, catalogue.Artists[track.ArtistIndex].Name, mood.Valence, sound, song.Plays));
            }
        }

        var plays = both.Sum(static song => song.Plays);
        return new WordsMood(
            both.Count,
            plays,
            Mean(both, plays, static song => song.Words),
            Mean(both, plays, static song => song.Sound),
            Correlation.Of([.. both.Select(static song => (song.Words, song.Sound))]),
            GridOf(both),
            Widest(both, static song => song.Sound - song.Words, static song => song is { Sound: >= Middle, Words: < Middle }),
            Widest(both, static song => song.Words - song.Sound, static song => song is { Sound: < Middle, Words: >= Middle }));
    }

    private static double? Mean(List<ContrastSong> songs, int plays, Func<ContrastSong, double> value) => plays == 0 ? null : songs.Sum(song => value(song) * song.Plays) / plays;

    private static IReadOnlyList<int>[] GridOf(List<ContrastSong> songs)
    {
        int[][] grid = [[0, 0, 0], [0, 0, 0], [0, 0, 0]];
        foreach (var song in songs)
        {
            grid[Third(song.Words)][Third(song.Sound)] += song.Plays;
        }

        return grid;
    }

    private static int Third(double valence) => valence < Sad ? 0 : valence < Happy ? 1 : 2;

    private static List<ContrastSong> Widest(List<ContrastSong> songs, Func<ContrastSong, double> gap, Func<ContrastSong, bool> isMeant) =>
        [.. songs.Where(isMeant).OrderByDescending(gap).ThenBy(static song => song.TrackId, StringComparer.Ordinal).Take(MostSongs)];
}
