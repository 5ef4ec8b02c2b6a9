using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Overview;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.History;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Overview;

public sealed class OverviewViewTests
{
    [Fact]
    public void Spark_OfThreeDays_HasOneStretchPerDay()
    {
        var view = new LogOf()
            .Play("2026-06-28T10:00:00Z", seconds: 60, track: "A - One")
            .Play("2026-06-28T11:00:00Z", seconds: 60, track: "A - Two")
            .Play("2026-06-28T12:00:00Z", seconds: 5, track: "C - Skipped")
            .Play("2026-06-30T10:00:00Z", seconds: 120, track: "B - Three")
            .View(from: "2026-06-28", to: "2026-06-30");

        var spark = SparkSeries.Of(view);

        Assert.Equal([2, 0, 1], spark.Plays);
        Assert.Equal([2, 0, 2], spark.Minutes);
        Assert.Equal([2, 0, 1], spark.Tracks);
        Assert.Equal([1, 0, 1], spark.Artists);
        Assert.Equal([1, 0, 1], spark.Streak);
    }

    [Theory]
    [InlineData(0, 3, "A play counts from 30 seconds on, or from half of a shorter track.")]
    [InlineData(1, 3, "A play counts from 30 seconds on, or from half of a shorter track. The time or length of 25 % of the counted plays is estimated.")]
    [InlineData(1, 200, "A play counts from 30 seconds on, or from half of a shorter track. The time or length of less than 1 % of the counted plays is estimated.")]
    public void Note_UnderTheTiles_SaysTheRuleAndTheEstimatedShare(int estimated, int exact, string note)
    {
        var log = new LogOf();
        for (var play = 0; play < estimated + exact; play++)
        {
            log.Play(1_782_000_000_000 + (play * 300_000L), 60_000, precision: play < estimated ? Precision.Estimated : Precision.Exact);
        }

        Assert.Equal(note, SummaryView.Of(log.View()).Note);
    }

    [Fact]
    public void Spark_OfYears_HasThirtyStretchesThatSumUpToAll()
    {
        var log = new LogOf();
        for (var day = 0; day < 700; day++)
        {
            log.Play(new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day).ToUnixTimeMilliseconds(), 60_000);
        }

        var spark = SparkSeries.Of(log.View());

        Assert.Equal(30, spark.Plays.Count);
        Assert.Equal(700, spark.Plays.Sum());
        Assert.All(spark.Tracks.SkipLast(2), tracks => Assert.Equal(1, tracks));
    }

    [Fact]
    public void Spark_WithoutPlays_IsEmpty() => Assert.Empty(SparkSeries.Of(new LogOf().View()).Plays);

    [Fact]
    public void Summary_OfAPeriod_ComparesWithTheOneBefore()
    {
        var view = new LogOf()
            .Play("2026-06-28T10:00:00Z").Play("2026-06-29T10:00:00Z").Play("2026-06-30T10:00:00Z")
            .View(from: "2026-06-29", to: "2026-06-30");

        var plays = SummaryView.Of(view).Tiles[0];

        Assert.Equal(("2", "plays", 1), (plays.Figure, plays.Counts, plays.Change?.Direction));
    }

    [Fact]
    public void Summary_OfAllTime_ComparesTheLastThirtyDays()
    {
        var view = new LogOf()
            .Play("2026-05-15T10:00:00Z").Play("2026-05-16T10:00:00Z").Play("2026-06-30T10:00:00Z")
            .View();

        var plays = SummaryView.Of(view).Tiles[0];

        Assert.Equal("3", plays.Figure);
        Assert.Equal(-1, plays.Change?.Direction);
        Assert.StartsWith("last 30 days: 50 % less", plays.Change?.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_OfTwelveMonths_HoldsEachDayOnceInItsRow()
    {
        var calendar = CalendarView.Of(new LogOf().Play("2026-06-30T10:00:00Z").View(), year: null);

        var days = calendar.Weeks.SelectMany(week => week).OfType<DayCell>().ToList();
        Assert.Equal(365, days.Count);
        Assert.Equal(new DateOnly(2025, 7, 1), days[0].Day);
        Assert.Equal(new DateOnly(2026, 6, 30), days[^1].Day);
        Assert.All(calendar.Weeks, week => Assert.All(week.Index(), cell => Assert.True(cell.Item is null || ((int)cell.Item.Day.DayOfWeek + 6) % 7 == cell.Index)));
        Assert.Equal(calendar.Weeks.Count, calendar.Months.Sum(month => month.Weeks));
    }

    [Fact]
    public void Calendar_OfTheCurrentYear_EndsToday()
    {
        var calendar = CalendarView.Of(new LogOf().Play("2024-06-30T10:00:00Z").Play("2026-06-30T10:00:00Z").View(), year: 2026);

        Assert.Equal(new DateOnly(2026, 6, 30), calendar.Weeks.SelectMany(week => week).OfType<DayCell>().Last().Day);
        Assert.Equal([2026, 2025, 2024], calendar.Years);
    }

    [Fact]
    public void Calendar_Shades_GrowWithThePlaysAndSpareEmptyDays()
    {
        var log = new LogOf();
        for (var day = 1; day <= 4; day++)
        {
            for (var play = 0; play < day * day; play++)
            {
                log.Play(string.Create(CultureInfo.InvariantCulture, $"2026-06-0{day}T{10 + (play / 2):00}:{play % 2 * 30:00}:00Z"));
            }
        }

        var days = CalendarView.Of(log.View(), year: null).Weeks.SelectMany(week => week).OfType<DayCell>().ToDictionary(day => day.Day, day => day);

        Assert.Equal([0, 1, 2, 3, 4], new[] { 31, 1, 2, 3, 4 }.Select(day => days[new DateOnly(2026, day == 31 ? 5 : 6, day)].Level));
        Assert.Equal("Mon 1 Jun 2026: 1 play, 3 min", days[new DateOnly(2026, 6, 1)].Words);
        Assert.Contains("Thu 4 Jun 2026 with 16 plays; 4 of 365 days", CalendarView.Of(log.View(), year: null).Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Latest_OfAPeriod_IsNewestFirstWithShortPlaysMarked()
    {
        var view = new LogOf()
            .Play("2026-06-27T10:00:00Z", track: "A - Before")
            .Play("2026-06-28T10:00:00Z", track: "A - One")
            .Play("2026-06-28T11:00:00Z", seconds: 3, track: "A - Two")
            .View(from: "2026-06-28", to: "2026-06-28");

        var latest = LatestView.Of(view, []);

        Assert.Equal([("Two", false), ("One", true)], latest.Plays.Select(play => (play.Title, play.IsCounted)));
    }

    [Fact]
    public void Latest_WithAnOpenGap_ShowsItAboveTheLastPlayKnownBeforeIt()
    {
        var view = new LogOf()
            .Play("2026-06-28T10:00:00Z", track: "A - Before")
            .Play("2026-06-28T18:00:00Z", track: "A - After")
            .Play("2026-06-28T19:00:00Z", track: "A - Later")
            .View();
        var gap = new Gap { FromAt = EndOf("Before"), ToAt = EndOf("After") };

        var open = LatestView.Of(view, [gap]).Plays;
        gap.ClosedAt = gap.ToAt;
        var closed = LatestView.Of(view, [gap]).Plays;

        Assert.Equal([null, null, new HistoryGap(gap.FromAt, gap.ToAt)], open.Select(play => play.GapAfter));
        Assert.All(closed, play => Assert.Null(play.GapAfter));

        DateTimeOffset EndOf(string title) => LatestView.Of(view, []).Plays.Single(play => play.Title == title).EndedAt;
    }

    [Theory]
    [InlineData(TopMeasure.Plays, "2", 1.0)]
    [InlineData(TopMeasure.Time, "10 min", 1.0)]
    public void Top_ByEitherMeasure_HasFiguresAndBarsOfIt(TopMeasure by, string figure, double share)
    {
        var view = new LogOf().Play("2026-06-28T10:00:00Z", seconds: 60, track: "A - Often").Play("2026-06-28T11:00:00Z", seconds: 60, track: "A - Often")
            .Play("2026-06-28T12:00:00Z", seconds: 600, track: "B - Long").View();

        var first = TopView.Of(view, TopKind.Tracks, by).Rows[0];

        Assert.Equal((figure, share), (first.Figure, first.Share));
    }

    [Theory]
    [InlineData("30s", 30)]
    [InlineData("15m", 900)]
    [InlineData("off", null)]
    [InlineData("unheard of", null)]
    [InlineData(null, null)]
    public void AutoRefresh_RememberedAs_IsFound(string? key, int? seconds) =>
        Assert.Equal(seconds is { } interval ? TimeSpan.FromSeconds(interval) : null, AutoRefreshChoice.Find(key).Interval);
}
