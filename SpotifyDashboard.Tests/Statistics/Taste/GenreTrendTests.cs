using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Tests.Statistics.Taste;

public sealed class GenreTrendTests
{
    [Fact]
    public void Of_AnyView_SaysWhatTheDefinitionSays() => Naive.Check(view =>
    {
        var plays = Naive.CountedOf(view);
        var genres = TopList.Of(view, TopKind.Genres, TopMeasure.Plays, 2).Select(item => item.Name).ToList();

        var trend = GenreTrend.Of(view, 2);

        Assert.Equal(genres, trend.Genres);
        Assert.Equal((plays.Count(HasGenre), plays.Count, plays.Count == 0 ? null : (double?)plays.Count(HasGenre) / plays.Count), (trend.Known, trend.Plays, trend.Coverage));
        Assert.Equal(Naive.MonthsOf(view).Select(month => (month.Start, month.Plays.Count(HasGenre))), trend.Months.Select(month => (month.Start, month.Known)));
        Assert.Equal(
            Naive.MonthsOf(view).Select(month => genres.Select(genre => month.Plays.Count(play => GenresOf(play).Contains(genre)))),
            trend.Months.Select(month => month.Plays));

        bool HasGenre(NaivePlay play) => GenresOf(play).Any();

        IEnumerable<string> GenresOf(NaivePlay play) => view.Log.Catalogue.GenresOfArtists[play.Standing.ArtistIndex].Select(genre => view.Log.Catalogue.Genres[genre]);
    });
}
