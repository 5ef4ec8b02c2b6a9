using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics;

public sealed class LocalStretchesTests
{
    [Fact]
    public void Months_AnyView_HoldTheCountedPlaysOfEachLocalMonth() => Naive.Check(view =>
    {
        var months = LocalMonths.Of(view);

        Assert.Equal(Naive.MonthsOf(view).Select(month => month.Start), Enumerable.Range(0, months.Count).Select(months.StartOf));
        Assert.Equal(Naive.MonthsOf(view).Select(month => month.Plays.Select(play => play.Index)), Counted(view, months));
    });

    [Fact]
    public void Weeks_AnyView_HoldTheCountedPlaysOfEachLocalWeek() => Naive.Check(view =>
    {
        var weeks = LocalWeeks.Of(view);
        var counted = Naive.CountedOf(view);

        Assert.All(Enumerable.Range(0, weeks.Count), week => Assert.Equal(DayOfWeek.Monday, weeks.StartOf(week).DayOfWeek));
        Assert.Equal(
            Enumerable.Range(0, weeks.Count).Select(week => counted.Where(play => play.Week == weeks.StartOf(week)).Select(play => play.Index)),
            Counted(view, weeks));
        Assert.Equal(counted.Count, Counted(view, weeks).Sum(week => week.Count));
    });

    [Fact]
    public void Months_ClocksFallBackAcrossTheMonthsEnd_HourIsOctoberTwice()
    {
        var view = new LogOf()
            .Play("2009-11-01T02:15:00Z") // 23:45 on 31 October in St. John's
            .Play("2009-11-01T02:30:30Z") // 00:00:30 on 1 November
            .Play("2009-11-01T02:45:00Z") // 23:15 on 31 October again
            .View("America/St_Johns");

        var months = LocalMonths.Of(view);

        Assert.Equal([new(2009, 10, 1), new DateOnly(2009, 11, 1)], Enumerable.Range(0, months.Count).Select(months.StartOf));
        Assert.Equal([[0, 2], [1]], Counted(view, months));
    }

    [Fact]
    public void Months_NothingPlayed_AreThoseOfThePeriod()
    {
        var months = LocalMonths.Of(new LogOf().View(from: "2026-01-31", to: "2026-03-01"));

        Assert.Equal(3, months.Count);
        Assert.Equal(0, LocalMonths.Of(new LogOf().View()).Count);
    }

    [Fact]
    public void Weeks_LastDaysThereAre_End()
    {
        var view = new LogOf().View(from: "9999-12-01", to: "9999-12-31");

        Assert.Equal((1, 5), (LocalMonths.Of(view).Count, LocalWeeks.Of(view).Count));
    }

    private static List<List<int>> Counted(ListeningView view, LocalStretches stretches) =>
    [
        .. Enumerable.Range(0, stretches.Count).Select(stretch => stretches.RunsOf(stretch)
            .SelectMany(run => Enumerable.Range(run.First, run.End - run.First))
            .Where(view.Counted.Counts)
            .ToList()),
    ];
}
