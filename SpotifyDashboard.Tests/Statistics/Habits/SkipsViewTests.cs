using SpotifyDashboard.Statistics.Habits;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Habits;

public sealed class SkipsViewTests
{
    [Fact]
    public void Of_FewToldPlays_SaysThatTheHoursCannotBeCompared()
    {
        var view = new LogOf().Play("2026-06-30T10:00:00Z", reasonEnd: "trackdone").View();

        var shown = SkipsView.Of(view);

        Assert.Equal("Too few plays to compare the hours.", shown.ByHour?.Caption);
    }
}
