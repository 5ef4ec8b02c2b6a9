using SpotifyDashboard.Listening;
using SpotifyDashboard.Lyrics.Reading;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>Counts what the words of the songs of a period say. Pure: reads what it is given.</summary>
internal static class WordsStatistics
{
    private const string UnknownLanguage = "Can't be told";

    /// <summary>The figures of a period.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="library">What is known of the words.</param>
    /// <param name="map">A map of the listener's library, for how songs sound.</param>
    public static WordsFigures Of(ListeningView view, LyricsLibrary library, MoodMap map)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(library);
        var known = library.ByRecording(view.Log.Catalogue);
        var plays = view.Tracks.Plays.ToArray();
        List<PlayedSong> songs =
        [
            .. Enumerable.Range(0, plays.Length).Where(track => plays[track] > 0)
                .Select(track => known.TryGetValue(track, out var words) ? new PlayedSong(track, plays[track], words.State, words.Reading) : new PlayedSong(track, plays[track], State: null, Reading: null)),
        ];
        var withWords = songs.Where(static song => song.Reading is not null).ToList();
        return new WordsFigures(
            CoverageOf(songs, withWords),
            ThemeRanking.Of([.. withWords.Select(static song => (song.Themes, song.Plays))], [.. known.Values.Select(static song => song.Reading?.Themes).OfType<IReadOnlyDictionary<string, int>>()]),
            LanguagesOf(withWords),
            MoodContrast.Of(view.Log.Catalogue, withWords, new SoundValence(map)));
    }

    private static WordsCoverage CoverageOf(List<PlayedSong> songs, List<PlayedSong> withWords)
    {
        int In(LyricsState? state) => songs.Count(song => song.State == state);
        return new WordsCoverage(
            songs.Count,
            withWords.Count,
            In(LyricsState.Instrumental),
            In(LyricsState.Missing),
            In(LyricsState.Failed),
            In(state: null),
            songs.Sum(static song => song.Plays),
            withWords.Sum(static song => song.Plays));
    }

    private static List<LanguageShare> LanguagesOf(List<PlayedSong> withWords)
    {
        var all = withWords.Sum(static song => song.Plays);
        return
        [
            .. withWords.GroupBy(static song => song.Reading?.Language)
                .Select(group => (Language: group.Key, Songs: group.Count(), Plays: group.Sum(static song => song.Plays)))
                .OrderBy(static group => group.Language is null)
                .ThenByDescending(static group => group.Plays)
                .ThenBy(static group => group.Language?.Code, StringComparer.Ordinal)
                .Select(group => new LanguageShare(group.Language?.Code, group.Language?.Name ?? UnknownLanguage, group.Songs, group.Plays, (double)group.Plays / all)),
        ];
    }
}
