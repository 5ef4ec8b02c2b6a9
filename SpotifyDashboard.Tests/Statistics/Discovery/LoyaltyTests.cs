using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Discovery;

public sealed class LoyaltyTests
{
    [Fact]
    public void Of_AnyPlays_EqualsCountingOneByOne() => AnyHabit.Check(view =>
    {
        var plays = Naive.CountedOf(view);
        var tracks = plays.GroupBy(play => play.StandingIndex).ToList();
        var artists = plays.GroupBy(play => play.Standing.ArtistIndex).Select(artist => (artist.Key, Plays: artist.Count(), Ms: artist.Sum(play => (long)play.Ms), Months: artist.Select(play => play.Month).Distinct().Count())).ToList();
        var days = plays.GroupBy(play => play.Day).Select(day => day.Count()).ToList();
        var runs = Runs(plays);

        var loyalty = Loyalty.Of(view);

        Assert.Equal((plays.Count, tracks.Count, tracks.Count(track => track.Count() == 1)), (loyalty.Plays, loyalty.Tracks, loyalty.OnceTracks));
        Assert.Equal(plays.Count == 0 ? null : (double)(plays.Count - tracks.Count) / plays.Count, loyalty.RepeatShare);
        Assert.Equal(plays.Where((play, index) => index > 0 && plays[index - 1].StandingIndex == play.StandingIndex).Count(), loyalty.BackToBack);
        var longest = runs.Where(run => run.Count > 1).MaxBy(run => run.Count);
        Assert.Equal((longest?[0].Standing.PublicId, longest?.Count, longest?[0].Local.ToUniversalTime()), (loyalty.LongestRun?.Id, loyalty.LongestRun?.Plays, loyalty.LongestRun?.StartedAt));
        Assert.Equal(plays.Count == 0 ? null : (double)artists.Max(artist => artist.Plays) / plays.Count, loyalty.TopArtistShare);
        Assert.Equal(plays.Count == 0 ? null : 1.0, loyalty.TopTenArtistShare); // there are fewer than ten
        Assert.Equal(Enumerable.Range(0, days.Count + 1).Last(n => days.Count(count => count >= n) >= n), loyalty.Eddington);
        Assert.Equal(
            artists.OrderByDescending(artist => artist.Months).ThenByDescending(artist => artist.Plays).ThenByDescending(artist => artist.Ms).Select(artist => (view.Log.Catalogue.Artists[artist.Key].PublicId, artist.Months, artist.Plays, artist.Ms)),
            loyalty.Faithful.Select(artist => (artist.Id, artist.Months, artist.Plays, artist.Ms)));
    });

    [Fact]
    public void Of_ClocksBackAcrossTheMonthsEnd_CountsEachMonthOnce()
    {
        // St. John's, 2009-11-01: at 00:01 clocks fell back to 23:01 of 31 October.
        var view = new LogOf().Play("2009-11-01T02:29:30Z").Play("2009-11-01T02:30:30Z").Play("2009-11-01T02:31:30Z").Play("2009-11-01T03:30:30Z").View("America/St_Johns");

        Assert.Equal(2, Loyalty.Of(view).Faithful[0].Months);
    }

    [Fact]
    public void Of_MoreThanTenArtists_SharesDiffer()
    {
        var log = new LogOf();
        for (var artist = 0; artist < 20; artist++)
        {
            log.Play($"2026-06-01T{artist:00}:00:00Z", track: $"Artist {artist} - Song");
        }

        Assert.Equal((0.05, 0.5, 0.0, 10), Loyalty.Of(log.View()) is var sum ? (sum.TopArtistShare, sum.TopTenArtistShare, sum.RepeatShare, sum.Faithful.Count) : default);
    }

    private static List<List<NaivePlay>> Runs(List<NaivePlay> plays)
    {
        List<List<NaivePlay>> runs = [];
        foreach (var play in plays)
        {
            if (runs.Count == 0 || runs[^1][0].StandingIndex != play.StandingIndex)
            {
                runs.Add([]);
            }

            runs[^1].Add(play);
        }

        return runs;
    }
}
