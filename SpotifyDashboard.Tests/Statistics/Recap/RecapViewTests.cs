using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics.Recap;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Recap;

public sealed class RecapViewTests
{
    [Theory]
    [InlineData(2025, null, "2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31")]
    [InlineData(2026, null, "2026-01-01", "2026-06-30", "2025-01-01", "2025-06-30")]
    [InlineData(2026, 3, "2026-03-01", "2026-03-31", "2025-03-01", "2025-03-31")]
    [InlineData(2024, 2, "2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28")]
    [InlineData(2025, 2, "2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29")]
    [InlineData(2026, 6, "2026-06-01", "2026-06-30", "2025-06-01", "2025-06-30")]
    [InlineData(2027, null, "2027-01-01", "2027-12-31", "2026-01-01", "2026-12-31")]
    public void Span_OnADay_EndsWithItAndIsComparedWithTheSameDays(int year, int? month, string from, string to, string fromBefore, string toBefore)
    {
        var today = new DateOnly(2026, 6, 30);
        var span = Assert.IsType<RecapSpan>(RecapSpan.Find(year, month));

        Assert.Equal(new Period(Day(from), Day(to)), span.PeriodOn(today));
        Assert.Equal(new Period(Day(fromBefore), Day(toBefore)), span.YearBeforeOn(today));
    }

    [Fact]
    public void Span_OnLeapDay_IsComparedWithTheLastOfFebruary()
    {
        var span = new RecapSpan(2024, null);

        Assert.Equal(new Period(new DateOnly(2023, 1, 1), new DateOnly(2023, 2, 28)), span.YearBeforeOn(new DateOnly(2024, 2, 29)));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(9999, null)]
    [InlineData(2026, 0)]
    [InlineData(2026, 13)]
    [InlineData(-2026, 1)]
    public void Span_ThatThereIsNot_IsNotFound(int year, int? month) => Assert.Null(RecapSpan.Find(year, month));

    [Theory]
    [InlineData(2026, null, "/recap/2025", "/recap/2027")]
    [InlineData(2026, 1, "/recap/2025/12", "/recap/2026/2")]
    [InlineData(2026, 12, "/recap/2026/11", "/recap/2027/1")]
    [InlineData(1, null, null, "/recap/2")]
    [InlineData(1, 1, null, "/recap/1/2")]
    [InlineData(9998, null, "/recap/9997", null)]
    [InlineData(9998, 12, "/recap/9998/11", null)]
    public void Span_Neighbours_AreOfItsKind(int year, int? month, string? before, string? after)
    {
        var span = new RecapSpan(year, month);

        Assert.Equal((before, after), (span.Before?.Path, span.After?.Path));
    }

    [Fact]
    public void Of_AYear_TellsItsOwnPlaysAndThoseOfTheYearBefore()
    {
        var view = new LogOf()
            .Play("2024-05-01T12:00:00Z", 60, "A - One", "Album")
            .Play("2025-03-01T21:10:00Z", 60, "A - One", "Album")
            .Play("2025-03-01T21:20:00Z", 60, "A - One", "Album")
            .Play("2025-03-02T08:00:00Z", 60, "B - Two", "Other")
            .Play("2025-03-02T21:30:00Z", 60, "B - Two", "Other")
            .Play("2026-01-01T12:00:00Z", 60, "C - Three")
            .View(today: "2026-06-30");

        var recap = RecapView.Of(view, new RecapSpan(2025, null));

        Assert.Equal((4, 4.0, 2, "the year before"), (recap.Now.Plays, recap.Now.Minutes, recap.Now.Tracks, recap.Compared));
        Assert.Equal(1, recap.Before?.Plays);
        Assert.Equal((new DateOnly(2025, 3, 1), "One"), (recap.Biggest?.Date ?? default, recap.BiggestTrack?.Name));
        Assert.Equal(21, recap.BusiestHour);
        Assert.Equal((365, 2), recap.Days);
        Assert.Equal(["One", "Two"], recap.Tracks.Select(track => track.Name));
        Assert.Equal((1, "B"), (recap.Finds.New.NewArtists, recap.Finds.New.TopNewArtists[0].Name));
    }

    [Fact]
    public void Of_AYearWithoutPlays_ComparesNothingAndNamesNoDay()
    {
        var recap = RecapView.Of(new LogOf().Play("2026-01-01T12:00:00Z").View(), new RecapSpan(2019, null));

        Assert.Equal((0, null, null, null), (recap.Now.Plays, recap.Compared, recap.Biggest, recap.BusiestHour));
        Assert.Empty(recap.Tracks);
    }

    [Fact]
    public void Years_OfAHistory_AreThoseWithACountedPlayInTheListenersZone()
    {
        var years = RecapYear.Of(new LogOf()
            .Play("2024-12-31T23:30:00Z") // 2025 in Berlin
            .Play("2023-06-01T12:00:00Z", 10) // too short to count
            .Play("2026-02-10T12:00:00Z")
            .Play("2026-02-11T12:00:00Z")
            .View("Europe/Berlin"));

        Assert.Equal([(2026, 2, 2), (2025, 1, 0)], years.Select(year => (year.Year, year.Plays, year.Months[1])));
        Assert.Equal(1, years[1].Months[0]);
    }

    [Theory]
    [InlineData(59, null)]
    [InlineData(150, "2 hours of music")]
    [InlineData(1440, "1 day of music")]
    [InlineData(1501, "1 day and 1 hour of music")]
    [InlineData(16_888, "11 days and 17 hours of music")]
    public void Length_OfMinutes_IsSaidInDaysAndHours(double minutes, string? words) => Assert.Equal(words, RecapWords.LengthOf(minutes));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
