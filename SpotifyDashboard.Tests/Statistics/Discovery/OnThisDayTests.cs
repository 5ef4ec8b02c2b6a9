using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Discovery;

public sealed class OnThisDayTests
{
    [Fact]
    public void Of_AnyPlays_EqualsPickingTheDayOfEachYear() => AnyHabit.Check(view =>
    {
        var day = Naive.CountedOf(view.Over(Period.Everything)).Select(play => play.Day.AddYears(3)).DefaultIfEmpty(new DateOnly(2012, 2, 29)).First();
        var expected = Naive.CountedOf(view.Over(Period.Everything)).Where(play => play.Day.Month == day.Month && play.Day.Day == day.Day && play.Day.Year < day.Year)
            .GroupBy(play => play.Day.Year).OrderByDescending(year => year.Key);

        var found = OnThisDay.Of(view, day);

        Assert.Equal(expected.Select(year => (year.Key, year.Count(), year.Sum(play => (long)play.Ms))), found.Years.Select(year => (year.Year, year.Plays, year.Ms)));
        Assert.Equal(
            expected.SelectMany(year => year.GroupBy(play => play.StandingIndex).Select(track => (track.First().Standing, Plays: track.Count(), Ms: track.Sum(play => (long)play.Ms)))
                .OrderByDescending(track => track.Plays).ThenByDescending(track => track.Ms).ThenBy(track => track.Standing.Title, StringComparer.Ordinal).Take(3).Select(track => (track.Standing.PublicId, track.Plays, track.Ms))),
            found.Years.SelectMany(year => year.Tracks.Select(track => (track.Id, track.Plays, track.Ms))));
    });

    [Fact]
    public void Of_LeapDay_HasLeapYearsOnly()
    {
        var log = new LogOf().Play("2020-02-29T12:00:00Z").Play("2023-02-28T12:00:00Z").Play("2023-03-01T12:00:00Z").Play("2024-02-29T12:00:00Z");

        Assert.Equal([2024, 2020], OnThisDay.Of(log.View(), new DateOnly(2028, 2, 29)).Years.Select(year => year.Year));
    }

    [Fact]
    public void Of_ListenersZone_DecidesTheDay()
    {
        var log = new LogOf().Play("2024-12-31T23:30:00Z"); // New Year in Berlin

        Assert.Single(OnThisDay.Of(log.View("Europe/Berlin"), new DateOnly(2026, 1, 1)).Years);
        Assert.Empty(OnThisDay.Of(log.View(), new DateOnly(2026, 1, 1)).Years);
    }
}
