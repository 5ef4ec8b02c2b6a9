using SpotifyDashboard.Lyrics.Figures;

namespace SpotifyDashboard.Tests.Lyrics.Figures;

public sealed class ThemeRankingTests
{
    [Fact]
    public void Of_WordOfEverySong_SaysNothing()
    {
        var songs = Songs(("love", 9), ("love", 3), ("love", 1));

        Assert.Empty(ThemeRanking.Of(songs, [.. songs.Select(static song => song.Words)]));
    }

    [Fact]
    public void Of_WordOfThreeSongs_IsWeighedByPlaysTimesAndRarity()
    {
        var songs = Songs(("sea", 9), ("sea", 3), ("sea", 1), ("hill", 50), ("hill", 50), ("road", 1));

        var theme = Assert.Single(ThemeRanking.Of(songs, [.. songs.Select(static song => song.Words)]));

        Assert.Equal(("sea", 3, 13), (theme.Word, theme.Songs, theme.Plays));
        Assert.Equal(13 * Math.Log(7.0 / 4), theme.Weight, 12);
    }

    [Fact]
    public void Of_RarerWord_StandsBeforeACommonOneOfTheSamePlays()
    {
        var played = Enumerable.Range(0, 3).Select(static _ => (Words: (IReadOnlyDictionary<string, int>)Words(("storm", 1), ("day", 1)), Plays: 4)).ToList();
        List<IReadOnlyDictionary<string, int>> library = [.. played.Select(static song => song.Words), .. Enumerable.Range(0, 20).Select(static song => Words((song < 15 ? "day" : "else", 1)))];

        Assert.Equal(["storm", "day"], ThemeRanking.Of(played, library).Select(static theme => theme.Word));
    }

    [Fact]
    public void Of_WordSungOften_WeighsMoreButNotAsOften()
    {
        List<(IReadOnlyDictionary<string, int> Words, int Plays)> played = [.. Enumerable.Range(0, 3).Select(static _ => (Words(("tide", 10), ("sand", 1)), 1))];
        List<IReadOnlyDictionary<string, int>> library = [.. played.Select(static song => song.Words), Words(("else", 1))];

        var ranked = ThemeRanking.Of(played, library);

        Assert.Equal(1 + Math.Log(10), ranked[0].Weight / ranked[1].Weight, 9);
    }

    private static List<(IReadOnlyDictionary<string, int> Words, int Plays)> Songs(params (string Word, int Plays)[] songs) => [.. songs.Select(static song => ((IReadOnlyDictionary<string, int>)Words((song.Word, 1)), song.Plays))];

    private static Dictionary<string, int> Words(params (string Word, int Times)[] words) => words.ToDictionary(static word => word.Word, static word => word.Times);
}
