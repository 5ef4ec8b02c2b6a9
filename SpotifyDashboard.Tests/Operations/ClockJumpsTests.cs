using SpotifyDashboard.Operations;

namespace SpotifyDashboard.Tests.Operations;

public sealed class ClockJumpsTests
{
    [Fact]
    public void Look_WhileBothClocksGoAlike_SeesNoJump()
    {
        var clock = new TwoClocks();
        var jumps = new ClockJumps(clock);

        clock.Pass(TimeSpan.FromDays(300));

        Assert.Null(jumps.Look());
    }

    [Theory]
    [InlineData(-365 * 24 * 60)]
    [InlineData(-3)]
    [InlineData(3)]
    [InlineData(365 * 24 * 60)]
    public void Look_AfterTheClockWasSet_TellsByHowMuchOnce(int minutes)
    {
        var clock = new TwoClocks();
        var jumps = new ClockJumps(clock);
        clock.Pass(TimeSpan.FromSeconds(30));
        clock.Set(TimeSpan.FromMinutes(minutes));

        Assert.Equal(TimeSpan.FromMinutes(minutes), jumps.Look());
        Assert.Null(jumps.Look());
    }

    /// <summary>A clock on the wall that can be set, and one that only goes on.</summary>
    private sealed class TwoClocks : TimeProvider
    {
        private DateTimeOffset _wall = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _wall;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time)
        {
            _wall += time;
            _ticks += time.Ticks;
        }

        public void Set(TimeSpan by) => _wall += by;
    }
}
