using SpotifyDashboard.Operations.Telemetry;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Operations.Telemetry;

public sealed class SlidingShareTests
{
    private readonly DrivenTime _time = new(DateTimeOffset.UnixEpoch);
    private (long All, long Part) _counted;

    [Fact]
    public void Read_NothingCounted_IsNothing() => Assert.Null(Share().Read());

    [Fact]
    public void Read_WithinTheWindow_IsTheShareSinceTheBeginning()
    {
        var share = Share();

        _counted = (10, 1);
        Assert.Equal(0.1, share.Read());
        _time.Advance(TimeSpan.FromMinutes(1));
        _counted = (20, 4);
        Assert.Equal(0.2, share.Read());
    }

    [Fact]
    public void Read_AfterTheWindow_ForgetsWhatWasBefore()
    {
        var share = Share();
        _counted = (100, 100);
        share.Read();
        _time.Advance(SlidingShare.Window);

        Assert.Null(share.Read());
        _counted = (104, 101);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0.25, share.Read());
    }

    private SlidingShare Share() => new(() => _counted, _time);
}
