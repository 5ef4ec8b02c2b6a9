using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Time;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Time;

public sealed class StreakListTests
{
    [Fact]
    public void Of_AnyPlays_ListsTheLongestRunsOfDays() => AnyHabit.Check(view =>
    {
        var days = Naive.CountedOf(view).Select(play => play.Day).Distinct().Order().ToList();
        var runs = days.Where(day => !days.Contains(day.AddDays(-1))).Select(first =>
        {
            var length = Enumerable.Range(1, days.Count + 1).First(length => !days.Contains(first.AddDays(length)));
            return new StreakRun(first, first.AddDays(length - 1), length);
        });

        var streaks = StreakList.Of(view);

        Assert.Equal(runs.OrderByDescending(run => run.Days).ThenBy(run => run.From).Take(10), streaks.List);
        Assert.Equal((days.Count, Calendar.Of(view).Days.Count), (streaks.DaysWithPlays, streaks.Days));
        Assert.Equal(Streaks.Of(view), new Streaks(streaks.Current, streaks.Longest));
    });

    [Fact]
    public void Of_PlayOnTheDayOfTwentyThreeHours_KeepsTheStreak()
    {
        var view = new LogOf().Play("2026-03-28T22:30:00Z").Play("2026-03-29T21:30:00Z").Play("2026-03-29T22:30:00Z").View("Europe/Berlin");

        Assert.Equal([new StreakRun(new(2026, 3, 28), new(2026, 3, 30), 3)], StreakList.Of(view).List);
    }
}
