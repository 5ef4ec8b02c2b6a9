using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics;

public sealed class SummaryTests
{
    [Fact]
    public void Of_PeriodWithPredecessor_CountsBoth()
    {
        var view = new LogOf()
            .Play("2026-06-09T23:59:59Z", 60, "A - One", "Album") // the day before the period
            .Play("2026-06-10T00:00:00Z", 90, "A - One", "Album")
            .Play("2026-06-11T12:00:00Z", 45, "A - Two", precision: Precision.Estimated)
            .Play("2026-06-11T13:00:00Z", 20, "B - Three") // too short to count
            .Play("2026-06-12T23:59:59Z", 30, "C - Four")
            .Play("2026-06-13T00:00:00Z", 300, "D - Five") // the day after
            .View(from: "2026-06-10", to: "2026-06-12");

        var summary = Summary.Of(view);

        Assert.Equal(
            new Summary(3, 2.8, 3, 2, 1, 3, 3, 1.0 / 3, new Summary(1, 1, 1, 1, 1, 1, 1, 0, null)),
            summary);
    }

    [Fact]
    public void Of_NoPlays_IsZeroThroughout()
    {
        Assert.Equal(new Summary(0, 0, 0, 0, 0, 0, 0, 0, null), Summary.Of(new LogOf().View()));
    }

    [Theory]
    [InlineData("2026-06-12", 3, 4)] // played today
    [InlineData("2026-06-13", 3, 4)] // today is not over
    [InlineData("2026-06-14", 0, 4)] // a whole day without
    public void Streak_RunsUpToTodayOrYesterday(string today, int current, int longest)
    {
        var log = new LogOf();
        foreach (var day in new[] { "05-01", "05-02", "05-03", "05-04", "06-10", "06-11", "06-12" })
        {
            log.Play($"2026-{day}T12:00:00Z");
        }

        var summary = Summary.Of(log.View(today: today));

        Assert.Equal((current, longest), (summary.Streak, summary.LongestStreak));
    }

    [Fact]
    public void Streak_OfAPastPeriod_EndsOnItsLastDay()
    {
        var log = new LogOf().Play("2026-05-01T12:00:00Z").Play("2026-05-02T12:00:00Z").Play("2026-05-03T12:00:00Z");

        Assert.Equal(2, Summary.Of(log.View(from: "2026-05-01", to: "2026-05-02")).Streak);
        Assert.Equal(0, Summary.Of(log.View(from: "2026-05-01", to: "2026-05-04")).Streak);
    }

    [Fact]
    public void Streak_CountsLocalDays()
    {
        // In Auckland (UTC+12) these are the 1st, 2nd and 3rd; in UTC the 30th, 2nd and 2nd.
        var log = new LogOf().Play("2026-04-30T13:00:00Z").Play("2026-05-02T01:00:00Z").Play("2026-05-02T13:00:00Z");

        Assert.Equal(3, Summary.Of(log.View("Pacific/Auckland")).LongestStreak);
        Assert.Equal(1, Summary.Of(log.View("UTC")).LongestStreak);
    }
}
