using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Time;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Time;

public sealed class TrendTests
{
    [Theory]
    [InlineData(TrendBucket.Hour)]
    [InlineData(TrendBucket.Day)]
    [InlineData(TrendBucket.Week)]
    [InlineData(TrendBucket.Month)]
    [InlineData(TrendBucket.Year)]
    public void Of_AnyPlays_EqualsGroupingThemOneByOne(TrendBucket by) => AnyHabit.Check(view =>
    {
        if (by == TrendBucket.Hour && !Trend.Fits(view, by))
        {
            return;
        }

        var trend = Trend.Of(view, by);

        Assert.Equal(Expected(view, by), trend.Points.Select(point => (point.Start, point.Plays, point.Ms)));
        Assert.Equal(view.Previous() is { } previous ? Expected(previous, by) : null, trend.Previous?.Select(point => (point.Start, point.Plays, point.Ms)));
    });

    [Theory]
    [InlineData("2026-03-29", 2, 0)] // 02:00 to 03:00 did not happen
    [InlineData("2026-10-25", 2, 2)] // 02:30 happened twice
    public void Of_DayOfClockChange_HasTwentyFourHours(string day, int hour, int plays)
    {
        var view = new LogOf().Play("2026-03-29T00:30:00Z").Play("2026-03-29T01:30:00Z").Play("2026-10-25T00:30:00Z").Play("2026-10-25T01:30:00Z").View("Europe/Berlin", day, day);

        var points = Trend.Of(view, TrendBucket.Hour).Points;

        Assert.Equal((24, plays), (points.Count, points[hour].Plays));
        Assert.Equal($"{day}T02", points[hour].Start);
        Assert.Equal(2, points.Sum(point => point.Plays));
    }

    [Fact]
    public void Of_WeekAcrossTheYearsEnd_BeginsOnItsMonday()
    {
        var trend = Trend.Of(new LogOf().Play("2026-01-01T12:00:00Z").View(from: "2025-12-31", to: "2026-01-05"), TrendBucket.Week);

        Assert.Equal([("2025-12-29", 1), ("2026-01-05", 0)], trend.Points.Select(point => (point.Start, point.Plays)));
        Assert.Equal(["2025-12-22", "2025-12-29"], trend.Previous?.Select(point => point.Start));
    }

    [Fact]
    public void Fits_TooManyDays_IsRefusedByHourOnly()
    {
        var view = new LogOf().View(from: "2024-01-01", to: "2025-02-04"); // 401 days

        Assert.False(Trend.Fits(view, TrendBucket.Hour));
        Assert.True(Trend.Fits(view, TrendBucket.Day));
        Assert.False(Trend.Fits(new LogOf().View(from: "0001-01-01", to: "9999-12-31"), TrendBucket.Year));
    }

    private static List<(string Start, int Plays, long Ms)> Expected(ListeningView view, TrendBucket by)
    {
        var plays = Naive.CountedOf(view).ToLookup(play => by == TrendBucket.Hour ? Name(play.Day, play.Local.Hour) : Name(StartOf(play.Day, by), hour: null));
        var starts = Calendar.Of(view).Days
            .SelectMany(day => by == TrendBucket.Hour ? Enumerable.Range(0, 24).Select(hour => Name(day.Date, hour)) : [Name(StartOf(day.Date, by), hour: null)])
            .Distinct();
        return [.. starts.Select(start => (start, plays[start].Count(), plays[start].Sum(play => (long)play.Ms)))];
    }

    private static DateOnly StartOf(DateOnly day, TrendBucket by) => by switch
    {
        TrendBucket.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        TrendBucket.Month => day.AddDays(1 - day.Day),
        TrendBucket.Year => day.AddDays(1 - day.DayOfYear),
        _ => day,
    };

    private static string Name(DateOnly day, int? hour) =>
        $"{day:O}{(hour is null ? "" : $"T{hour:00}")}";
}
