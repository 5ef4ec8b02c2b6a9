using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Discovery;

public sealed class DiscoveriesTests
{
    [Fact]
    public void Of_AnyPlays_EqualsLookingForEachFirstPlay() => AnyHabit.Check(view =>
    {
        var all = Naive.CountedOf(view.Over(Period.Everything));
        var plays = Naive.CountedOf(view);
        var within = plays.Select(play => play.Index).ToHashSet();
        var firsts = all.GroupBy(play => play.StandingIndex).Select(track => track.First()).Where(play => within.Contains(play.Index)).ToList();
        var artists = all.GroupBy(play => play.Standing.ArtistIndex).Select(artist => artist.First()).Where(play => within.Contains(play.Index)).ToList();
        var albums = all.Where(play => play.Standing.AlbumIndex >= 0).GroupBy(play => play.Standing.AlbumIndex).Select(album => album.First()).Where(play => within.Contains(play.Index)).ToList();
        var loved = all.GroupBy(play => play.StandingIndex).Select(track => track.ToList()).Where(track => track.Count >= 5 && within.Contains(track[4].Index)).ToList();
        var waits = loved.ConvertAll(track => (track[4].Local - track[0].Local).TotalDays).Order().ToList();
        var ofNew = plays.FindAll(play => firsts.Exists(first => first.StandingIndex == play.StandingIndex));

        var found = Discoveries.Of(view);

        Assert.Equal((firsts.Count, artists.Count, albums.Count), (found.NewTracks, found.NewArtists, found.NewAlbums));
        Assert.Equal((plays.Count, ofNew.Count, loved.Count), (found.Plays, found.PlaysOfNew, found.LovedTracks));
        Assert.Equal(plays.Count == 0 ? null : (double)ofNew.Count / plays.Count, found.ShareOfNew);
        Assert.Equal(waits.Count == 0 ? -1 : (waits[(waits.Count - 1) / 2] + waits[waits.Count / 2]) / 2, found.MedianDaysToLove ?? -1, 6);
        Assert.Equal(
            Naive.MonthsOf(view).Select(month => new DiscoveryMonth(
                month.Start,
                month.Plays.Count,
                month.Plays.Count(play => firsts.Exists(first => first.StandingIndex == play.StandingIndex && first.Month == month.Start)),
                month.Plays.DistinctBy(play => play.StandingIndex).Count(),
                firsts.Count(first => first.Month == month.Start),
                month.Plays.DistinctBy(play => play.Standing.ArtistIndex).Count(),
                artists.Count(first => first.Month == month.Start))),
            found.Months);
        Assert.Equal(
            firsts.Select(first => (first.Standing.PublicId, First: first.Local.ToUniversalTime(), Plays: plays.Count(play => play.StandingIndex == first.StandingIndex), Ms: plays.Where(play => play.StandingIndex == first.StandingIndex).Sum(play => (long)play.Ms), first.Standing.Title))
                .OrderByDescending(row => row.Plays).ThenByDescending(row => row.Ms).ThenBy(row => row.Title, StringComparer.Ordinal).Take(10).Select(row => (row.PublicId, row.First, row.Plays, row.Ms)),
            found.TopNewTracks.Select(row => (row.Id, row.FirstPlayedAt, row.Plays, row.Ms)));
        Assert.Equal(artists.Count, found.TopNewArtists.Count);
        Assert.All(found.TopNewArtists, row => Assert.Contains(artists, first => first.Local.ToUniversalTime() == row.FirstPlayedAt));
    });

    [Fact]
    public void Of_PlayTooShortToCount_IsNoFirstPlay()
    {
        var view = new LogOf().Play("2026-05-01T10:00:00Z", 10).Play("2026-06-01T10:00:00Z").View(from: "2026-06-01");

        Assert.Equal(1, Discoveries.Of(view).NewTracks);
    }

    [Fact]
    public void Of_AnotherRuleOfTheSameLog_HasItsOwnFirstPlays()
    {
        var log = new LogOf().Play("2026-05-01T10:00:00Z", 10).Play("2026-06-01T10:00:00Z");

        Assert.Equal(0, Discoveries.Of(log.View(from: "2026-06-01", rule: CountingRule.All)).NewTracks);
    }
}
