using SpotifyDashboard.Ingest;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Ingest;

public sealed class PlayTimesTests
{
    private const long Second = 1000;
    private const long Day = 24 * 3600 * Second;

    // 2024-11-05T21:14:09Z
    private const long End = 1_730_841_249 * Second;

    [Fact]
    public void Extended_WithoutOfflineTime_EndsAsGivenAndBeganByItsLength()
    {
        Assert.Equal(new PlayTimes(End - 214_000, End, Precision.Exact), Extended(ms: 214_000, offline: 0));
    }

    [Theory]
    [InlineData(1_730_841_035)]
    [InlineData(1_730_841_035_000)]
    public void Extended_OfflineTimeInSecondsOrMilliseconds_IsTheStart(long offline)
    {
        Assert.Equal(new PlayTimes(1_730_841_035_000, End, Precision.Exact), Extended(ms: 214_000, offline));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(-5)]
    [InlineData(long.MaxValue)]
    [InlineData((End + (2 * Day)) / Second)]
    [InlineData((End - (61 * Day)) / Second)]
    public void Extended_NonsensicalOfflineTime_IsPassedOver(long offline)
    {
        Assert.Equal(End - 60_000, Extended(ms: 60_000, offline).StartedAt);
    }

    [Fact]
    public void Extended_PlayedOffline_EndsWhenItDidAndNotWhenItWasUploaded()
    {
        var start = End - (3 * Day);

        var times = Extended(ms: 200_000, start / Second, wasOffline: true);

        Assert.Equal((start, start + 200_000), (times.StartedAt, times.EndedAt));
    }

    [Fact]
    public void Extended_UnexpectedExit_EndsByItsLengthRatherThanAtTheNextStartOfTheApp()
    {
        var start = End - (9 * 3600 * Second);

        var times = Extended(ms: 45_000, start / Second, unexpectedExit: true);

        Assert.Equal((start, start + 45_000), (times.StartedAt, times.EndedAt));
    }

    [Fact]
    public void Extended_PausedFor_EndsAsGiven()
    {
        var start = End - 900_000;

        Assert.Equal((start, End), (Extended(ms: 200_000, start / Second).StartedAt, Extended(ms: 200_000, start / Second).EndedAt));
    }

    [Fact]
    public void Extended_EndGivenBeforeItsLengthIsOver_IsPushedBackBeyondRounding()
    {
        var start = End - 100_000;

        Assert.Equal(start + 200_000, Extended(ms: 200_000, start / Second).EndedAt);
        Assert.Equal(End, Extended(ms: 101_500, start / Second).EndedAt);
    }

    [Theory]
    [InlineData(Source.Poll)]
    [InlineData(Source.AccountExport)]
    public void OtherSources_AreEstimatedFromTheEnd(Source source)
    {
        Assert.Equal(new PlayTimes(End - 180_000, End, Precision.Estimated), PlayTimes.Of(source, End, 180_000, 0, wasOffline: false, exitedUnexpectedly: false));
    }

    private static PlayTimes Extended(int ms, long offline, bool wasOffline = false, bool unexpectedExit = false) =>
        PlayTimes.Of(Source.ExtendedExport, End, ms, offline, wasOffline, unexpectedExit);
}
