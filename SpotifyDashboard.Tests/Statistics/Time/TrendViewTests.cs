using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Time;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Time;

public sealed class TrendViewTests
{
    [Theory]
    [InlineData("2026-06-01", "2026-06-02", null, TrendBucket.Hour)]
    [InlineData("2026-05-01", "2026-06-02", null, TrendBucket.Day)]
    [InlineData("2026-05-01", "2026-06-02", TrendBucket.Month, TrendBucket.Month)]
    [InlineData("2025-06-01", "2026-06-02", null, TrendBucket.Week)]
    [InlineData("2025-06-01", "2026-06-02", TrendBucket.Hour, TrendBucket.Week)] // too many hours to draw
    [InlineData("2000-06-01", "2026-06-02", null, TrendBucket.Month)]
    [InlineData("1900-06-01", "2026-06-02", null, TrendBucket.Year)]
    public void Of_Period_TakesTheLengthAskedForWhereItSuits(string from, string to, TrendBucket? asked, TrendBucket expected)
    {
        var trend = TrendView.Of(new LogOf().Play("2026-06-02T10:00:00Z").View(from: from, to: to), asked, TopMeasure.Plays);

        Assert.Equal(expected, trend.By);
        Assert.Contains(expected, trend.Offered);
        Assert.InRange(trend.Figure?.Labels.Count ?? 0, 1, 1_600);
    }

    [Fact]
    public void Of_PeriodWithPredecessor_ComparesLineAndWords()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var view = new LogOf().Play("2026-05-30T10:00:00Z").Play("2026-06-01T10:00:00Z").Play("2026-06-02T10:00:00Z").Play("2026-06-02T11:00:00Z").View(from: "2026-06-01", to: "2026-06-04");

        var figure = TrendView.Of(view, TrendBucket.Day, TopMeasure.Plays).Figure;

        Assert.Equal(["This period", "Stretch before"], figure?.Series.Select(series => series.Name));
        Assert.Equal([1, 2, 0, 0], figure?.Series[0].Values);
        Assert.Equal([0, 0, 1, 0], figure?.Series[1].Values);
        Assert.Equal("30 May 2026: 1 play", figure?.Series[1].Texts[2]);
        Assert.Equal("The fullest day was 2 Jun 2026 with 2 plays; 3 plays in all, 200 % more than in the stretch before.", figure?.Caption);
    }

    [Fact]
    public void Of_StretchBeforeWithFewerMonths_LeavesTheRestOpen()
    {
        var view = new LogOf().Play("2026-02-01T10:00:00Z").Play("2026-03-20T10:00:00Z").View(from: "2026-03-01", to: "2026-05-01");

        var figure = TrendView.Of(view, TrendBucket.Month, TopMeasure.Time).Figure;

        Assert.Equal((3, 3), (figure?.Labels.Count, figure?.Series[1].Values.Count));
        Assert.All(figure?.Series ?? [], series => Assert.Equal(figure?.Labels.Count, series.Texts.Count));
    }

    [Fact]
    public void Of_StretchCutByThePeriod_LeadsToItsDaysOnly()
    {
        var trend = TrendView.Of(new LogOf().Play("2026-06-02T10:00:00Z").View(from: "2026-05-20", to: "2026-06-04"), TrendBucket.Week, TopMeasure.Plays);

        Assert.Equal([Days("2026-05-20", "2026-05-24"), Days("2026-05-25", "2026-05-31"), Days("2026-06-01", "2026-06-04")], trend.Stretches);

        static Period Days(string from, string to) => new(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Of_NothingPlayed_DrawsNothing()
    {
        Assert.Null(TrendView.Of(new LogOf().View(from: "2026-05-20", to: "2026-06-04"), asked: null, TopMeasure.Plays).Figure);
        Assert.Null(TrendView.Of(new LogOf().View(), asked: null, TopMeasure.Plays).Figure);
    }

    [Theory]
    [InlineData(59 * 60_000, "59 min")]
    [InlineData((59 * 60_000) + 30_000, "1 h")]
    [InlineData(200 * 60_000, "3 h 20 min")]
    [InlineData(6001 * 60_000, "100 h")]
    public void Time_InWords_IsRoundedToMinutes(int ms, string words)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        Assert.Equal(words, Said.Time(ms));
    }
}
