using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics;

public sealed class CalendarTests
{
    [Fact]
    public void Of_Period_ListsEveryDayAlsoThoseWithout()
    {
        var view = new LogOf()
            .Play("2026-03-28T22:59:00Z", 60) // 23:59 in Berlin
            .Play("2026-03-28T23:00:00Z", 90) // the 29th, a day of 23 hours
            .Play("2026-03-29T21:59:00Z", 30)
            .Play("2026-03-29T22:00:00Z", 10) // the 30th, too short to count
            .View("Europe/Berlin", "2026-03-28", "2026-03-30");

        var calendar = Calendar.Of(view);

        Assert.Equal("Europe/Berlin", calendar.TimeZone);
        Assert.Equal(
            [new CalendarDay(new(2026, 3, 28), 1, 60_000), new CalendarDay(new(2026, 3, 29), 2, 120_000), new CalendarDay(new(2026, 3, 30), 0, 0)],
            calendar.Days);
    }

    [Fact]
    public void Of_Everything_RunsFromTheFirstCountedDayToTheLast()
    {
        var view = new LogOf().Play("2026-03-01T12:00:00Z", 5).Play("2026-03-02T12:00:00Z").Play("2026-03-04T12:00:00Z").View();

        Assert.Equal(["2026-03-02", "2026-03-03", "2026-03-04"], Calendar.Of(view).Days.Select(day => day.Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Of_NothingPlayed_IsEmpty() => Assert.Empty(Calendar.Of(new LogOf().View()).Days);

    [Theory]
    [InlineData("2026-01-01", "2026-03-03", 62, false)]
    [InlineData("2026-01-01", "2026-03-04", 10, true)]
    public void Spark_LongPeriods_AreDrawnByWeekAndKeepTheirSum(string from, string to, int points, bool isWeekly)
    {
        var log = new LogOf();
        foreach (var day in Enumerable.Range(0, 62))
        {
            log.Play(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day).ToUnixTimeMilliseconds(), 60_000);
        }

        var spark = Spark.Of(log.View(from: from, to: to));

        Assert.Equal((points, isWeekly, 62), (spark.Points.Count, spark.IsWeekly, spark.Points.Sum(point => point.Plays)));
    }

    [Fact]
    public void Spark_Weeks_BeginOnMondays()
    {
        var spark = Spark.Of(new LogOf().Play("2026-01-01T12:00:00Z").Play("2026-06-01T12:00:00Z").View());

        Assert.All(spark.Points, point => Assert.Equal(DayOfWeek.Monday, point.Date.DayOfWeek));
    }
}
