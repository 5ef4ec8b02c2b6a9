using System.Globalization;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Pages;

namespace SpotifyDashboard.Tests.Narrative.Pages;

public sealed class FactChangeWordsTests
{
    public FactChangeWordsTests() => CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

    [Theory]
    [InlineData(1204, 1511, FactUnit.Plays, "307 plays more (25 % more)")]
    [InlineData(3, 2, FactUnit.Artists, "1 artist fewer (33 % less)")]
    [InlineData(10.2, 12.7, FactUnit.Hours, "2.5 hours more (25 % more)")]
    [InlineData(31.4, 26.9, FactUnit.Percent, "4.5 percentage points less")]
    [InlineData(5, 2, FactUnit.Rank, "3 places up")]
    [InlineData(2, 3, FactUnit.Rank, "1 place down")]
    [InlineData(0, 6, FactUnit.Weekday, "Sunday instead of Monday")]
    [InlineData(9, 21, FactUnit.HourOfDay, "21:00 instead of 09:00")]
    [InlineData(40.2, 40.4, FactUnit.Score, "about the same")]
    [InlineData(0, 8, FactUnit.Days, "8 days more")]
    public void Words_OfANumberThatMoved_SayByHowMuch(double before, double after, FactUnit unit, string words) =>
        Assert.Equal(words, FactChangeWords.Of(new FactChange(FactChangeKind.Changed, Fact(before, unit), Fact(after, unit))));

    [Theory]
    [InlineData(FactChangeKind.Same, "the same")]
    [InlineData(FactChangeKind.Came, "only in the later one")]
    [InlineData(FactChangeKind.Went, "only in the earlier one")]
    public void Words_OfAFactThatDidNotMove_SayWhatBecameOfIt(FactChangeKind kind, string words) =>
        Assert.Equal(words, FactChangeWords.Of(new FactChange(kind, kind == FactChangeKind.Came ? null : Fact(1, FactUnit.Plays), kind == FactChangeKind.Went ? null : Fact(1, FactUnit.Plays))));

    [Fact]
    public void Words_OfNumbersInUnlikeUnits_CompareNone() =>
        Assert.Equal("says something else", FactChangeWords.Of(new FactChange(FactChangeKind.Changed, Fact(1, FactUnit.Plays), Fact(2, FactUnit.Hours))));

    private static NarrativeFact Fact(double value, FactUnit unit) => new()
    {
        Id = "x",
        Topic = FactTopic.Totals,
        Text = $"{value} {unit}",
        Figures = [new FactFigure(value, unit)],
        Href = "/stats",
    };
}
