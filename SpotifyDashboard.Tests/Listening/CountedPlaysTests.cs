using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Listening;

public sealed class CountedPlaysTests
{
    [Theory]
    [InlineData(30_000, null, true)]
    [InlineData(29_999, null, false)]
    [InlineData(29_999, 60_000, false)] // half is 30 s
    [InlineData(20_000, 40_000, true)] // half of a short track
    [InlineData(19_999, 40_000, false)]
    [InlineData(20_000, 40_001, false)] // less than half, if by half a millisecond
    [InlineData(30_000, 3_600_000, true)]
    [InlineData(0, 0, false)] // a length of 0 is no known length
    public void Default_ThirtySecondsOrHalfOfAKnownLength_Counts(int ms, int? duration, bool expected) =>
        Assert.Equal(expected, Counts(CountingRule.Default, ms, duration, "fwdbtn"));

    [Theory]
    [InlineData(0, "trackdone", null, true)]
    [InlineData(200_000, "fwdbtn", 200_000, false)]
    [InlineData(190_000, "", 200_000, true)]
    [InlineData(189_999, "", 200_000, false)]
    [InlineData(190_000, "unknown", 200_000, true)]
    [InlineData(190_000, "none", 200_000, true)]
    [InlineData(600_000, "", null, false)] // neither reason nor length: nobody knows
    public void Finished_TrackdoneOrAlmostAllOfAKnownLength_Counts(int ms, string reasonEnd, int? duration, bool expected) =>
        Assert.Equal(expected, Counts(CountingRule.Finished, ms, duration, reasonEnd));

    [Fact]
    public void All_EvenNothingPlayed_Counts() => Assert.True(Counts(CountingRule.All, 0, null, "fwdbtn"));

    private static bool Counts(CountingRule rule, int ms, int? durationMs, string reasonEnd) =>
        CountedPlays.Of(new LogOf().Play(1_700_000_000_000, ms, durationMs: durationMs, reasonEnd: reasonEnd).Build(), rule).Counts(0);
}
