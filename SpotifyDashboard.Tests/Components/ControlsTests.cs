using SpotifyDashboard.Components.Controls;

namespace SpotifyDashboard.Tests.Components;

public sealed class ControlsTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo s_berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData(112, 100.0, 1, "12 % more than before")]
    [InlineData(88, 100.0, -1, "12 % less than before")]
    [InlineData(100, 100.0, 0, "as in the period before")]
    [InlineData(5, 0.0, 1, "none in the period before")]
    [InlineData(0, 0.0, 0, "none in the period before either")]
    public void TileChange_AgainstThePeriodBefore_SaysItInWords(double now, double before, int direction, string words) =>
        Assert.Equal(new TileChange(direction, words), TileChange.Between(now, before));

    [Fact]
    public void TileChange_WithoutAPeriodBefore_SaysNothing() => Assert.Null(TileChange.Between(5, null));

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(40, "40 s ago")]
    [InlineData(150, "2 min ago")]
    [InlineData(3 * 3600, "3 h ago")]
    [InlineData(15 * 3600, "yesterday, 22:00")]
    [InlineData(3 * 86400, "Thu, 13:00")]
    [InlineData(30 * 86400, "13 Feb 2026, 13:00")]
    public void RelativeWords_OfAMoment_AreAsPeopleSayThem(int secondsAgo, string expected) =>
        Assert.Equal(expected, RelativeWords.Of(s_now.AddSeconds(-secondsAgo), s_now, s_berlin));

    [Fact]
    public void RelativeWords_InFull_NameTheZone() =>
        Assert.Equal("Sun 15 March 2026, 13:00:00 (Europe/Berlin)", RelativeWords.Full(s_now, s_berlin));

    [Theory]
    [InlineData("Blue in Green", "BI")]
    [InlineData("  (Sittin' On)  the Dock", "SO")]
    [InlineData("ändern", "Ä")]
    [InlineData("???", "♪")]
    [InlineData("", "♪")]
    public void Cover_WithoutAPicture_IsMadeOfInitials(string title, string expected) =>
        Assert.Equal(expected, CoverLook.InitialsOf(title));

    [Fact]
    public void Cover_OfTheSameWords_KeepsItsHue()
    {
        // FNV-1a of "a" is 0xE40C292C = 3826002220, and 3826002220 mod 360 = 340.
        Assert.Equal(340, CoverLook.HueOf("a"));
    }

    [Fact]
    public void SparkLine_OfThreeValues_RunsFromLeftToRight() =>
        Assert.Equal("M0 22L50 12L100 2", SparkLine.Line([0, 5, 10]));

    [Fact]
    public void SparkLine_OfNothingButZeros_LiesOnTheGround() =>
        Assert.Equal("M0 22L100 22", SparkLine.Line([0, 0]));
}
