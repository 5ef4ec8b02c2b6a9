namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>Ranks the words that say what the songs of a period are about: sung often in what was played often, and seldom elsewhere.</summary>
internal static class ThemeRanking
{
    /// <summary>A word of fewer songs tells of a song, not of a taste.</summary>
    public const int FewestSongs = 3;

    private const int Most = 30;

    /// <summary>Ranks them.</summary>
    /// <param name="played">For each song of the period its words, with how often each is sung, and its plays.</param>
    /// <param name="library">The words of every song of the listener's that is known, played in the period or not.</param>
    public static IReadOnlyList<ThemeWord> Of(IReadOnlyList<(IReadOnlyDictionary<string, int> Words, int Plays)> played, IReadOnlyCollection<IReadOnlyDictionary<string, int>> library)
    {
        var songsWith = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in library.SelectMany(static song => song.Keys))
        {
            songsWith[word] = songsWith.GetValueOrDefault(word) + 1;
        }

        var sums = new Dictionary<string, (int Songs, int Plays, double Sung)>(StringComparer.Ordinal);
        foreach (var (words, plays) in played)
        {
            foreach (var (word, times) in words)
            {
                var sum = sums.GetValueOrDefault(word);
                sums[word] = (sum.Songs + 1, sum.Plays + plays, sum.Sung + (plays * (1 + Math.Log(times))));
            }
        }

        return
        [
            .. sums.Where(static word => word.Value.Songs >= FewestSongs)
                .Select(word => new ThemeWord(word.Key, word.Value.Songs, word.Value.Plays, word.Value.Sung * Rarity(songsWith.GetValueOrDefault(word.Key), library.Count)))
                .Where(static word => word.Weight > 0)
                .OrderByDescending(static word => word.Weight)
                .ThenBy(static word => word.Word, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    /// <summary>0 for a word of every song; the rarer, the more.</summary>
    private static double Rarity(int songsWith, int songs) => Math.Log((1.0 + songs) / (1 + Math.Min(songsWith, songs)));
}
