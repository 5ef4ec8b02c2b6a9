using SpotifyDashboard.Session;

namespace SpotifyDashboard.Tests.Session;

public sealed class LatestTests
{
    [Fact]
    public void Next_CalledAgain_CancelsTheOlderOnly()
    {
        using var latest = new Latest();

        var older = latest.Next();
        var newer = latest.Next();

        Assert.True(older.IsCancellationRequested);
        Assert.False(newer.IsCancellationRequested);
    }

    [Fact]
    public void Dispose_WithARequestUnderWay_CancelsIt()
    {
        var latest = new Latest();
        var token = latest.Next();

        latest.Dispose();

        Assert.True(token.IsCancellationRequested);
    }
}
