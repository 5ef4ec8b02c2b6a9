using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Tests.Session;

public sealed class PeriodTests
{
    private static readonly DateOnly s_today = new(2026, 3, 15);

    [Theory]
    [InlineData("2026-01-01", "2026-02-01", "2026-01-01", "2026-02-01")]
    [InlineData("2026-02-01", "2026-01-01", "2026-01-01", "2026-02-01")]
    [InlineData(null, "2026-02-01", null, "2026-02-01")]
    [InlineData("yesterday", "2026-02-30", null, null)]
    public void Parse_AnyAddress_GivesAPeriodInOrder(string? from, string? to, string? first, string? last)
    {
        var period = ChosenPeriod.Parse(from, to);

        Assert.Equal((first, last), (ChosenPeriod.Format(period.From), ChosenPeriod.Format(period.To)));
    }

    [Theory]
    [InlineData("2026-02-01", "2026-02-28", "2026-01-01", "2026-01-31")]
    [InlineData("2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31")]
    [InlineData("2026-03-09", "2026-03-15", "2026-03-02", "2026-03-08")]
    [InlineData("2024-03-01", "2024-05-31", "2023-12-01", "2024-02-29")]
    public void Before_AClosedPeriod_StepsByTheCalendarOrItsLength(string from, string to, string first, string last) =>
        Assert.Equal(ChosenPeriod.Parse(first, last), PeriodSteps.Before(ChosenPeriod.Parse(from, to)));

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", "2026-02-01", "2026-02-28")]
    [InlineData("2026-03-02", "2026-03-08", "2026-03-09", "2026-03-15")]
    [InlineData("2026-03-09", "2026-03-15", null, null)]
    [InlineData("2025-01-01", "2025-12-31", "2026-01-01", "2026-12-31")]
    public void After_AClosedPeriod_EndsWithToday(string from, string to, string? first, string? last)
    {
        Period? expected = first is null ? null : ChosenPeriod.Parse(first, last);

        Assert.Equal(expected, PeriodSteps.After(ChosenPeriod.Parse(from, to), s_today));
    }

    [Theory]
    [InlineData("0001-01-01", "0001-12-31")]
    [InlineData("0001-01-03", "0001-01-09")]
    [InlineData(null, "2026-01-01")]
    [InlineData(null, null)]
    public void Before_WhereNothingComesBefore_IsNull(string? from, string? to) =>
        Assert.Null(PeriodSteps.Before(ChosenPeriod.Parse(from, to)));

    [Theory]
    [InlineData("9999-01-01", "9999-12-31")]
    [InlineData("9999-12-25", "9999-12-31")]
    public void After_WhereTimeEnds_IsNull(string from, string to) =>
        Assert.Null(PeriodSteps.After(ChosenPeriod.Parse(from, to), DateOnly.MaxValue));

    [Theory]
    [InlineData("2026-02-16", "2026-03-15", "Last 4 weeks")]
    [InlineData("2025-09-16", "2026-03-15", "Last 6 months")]
    [InlineData("2025-01-01", "2025-12-31", "Last year")]
    [InlineData("2020-01-01", "2020-12-31", "2020")]
    [InlineData("2026-02-01", "2026-02-28", "February 2026")]
    [InlineData("2026-02-03", "2026-02-03", "3 Feb 2026")]
    [InlineData("2026-01-03", "2026-02-14", "3 Jan – 14 Feb 2026")]
    [InlineData("2025-12-30", "2026-01-02", "30 Dec 2025 – 2 Jan 2026")]
    [InlineData("2026-01-03", null, "since 3 Jan 2026")]
    [InlineData(null, null, "All time")]
    public void Words_OfAPeriod_AreAsPeopleSayThem(string? from, string? to, string expected) =>
        Assert.Equal(expected, PeriodWords.Of(ChosenPeriod.Parse(from, to), s_today));
}
