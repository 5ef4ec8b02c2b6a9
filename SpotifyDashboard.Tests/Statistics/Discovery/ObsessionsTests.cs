using System.Globalization;
using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Discovery;

public sealed class ObsessionsTests
{
    [Fact]
    public void Of_AnyPlays_EqualsTryingEveryWindow() => AnyHabit.Check(view =>
    {
        var expected = Naive.CountedOf(view).GroupBy(play => play.StandingIndex).Select(track =>
        {
            var plays = track.ToList();
            var windows = plays.Select(first => plays.FindAll(play => play.Index >= first.Index && play.Local < first.Local.AddDays(7)));
            var fullest = windows.MaxBy(window => window.Count) ?? [];
            return (fullest[0].Standing, fullest.Count, From: fullest[0].Local.ToUniversalTime(), To: fullest[^1].Local.ToUniversalTime());
        })
        .Where(row => row.Count >= 10)
        .OrderByDescending(row => row.Count).ThenBy(row => row.From).ThenBy(row => row.Standing.Title, StringComparer.Ordinal).ThenBy(row => row.Standing.PublicId, StringComparer.Ordinal);

        Assert.Equal(
            expected.Select(row => (row.Standing.PublicId, row.Count, row.From, row.To)),
            Obsessions.Of(view, 500).Select(row => (row.Id, row.Plays, row.From, row.To)));
    });

    [Theory]
    [InlineData("2026-06-08T09:59:59.999Z", 10)]
    [InlineData("2026-06-08T10:00:00Z", 0)] // seven days later to the millisecond
    public void Of_TenthPlay_MustLieWithinSevenDays(string last, int plays)
    {
        var log = new LogOf().Play("2026-06-01T10:00:00Z");
        for (var play = 0; play < 8; play++)
        {
            log.Play(string.Create(CultureInfo.InvariantCulture, $"2026-06-05T1{play}:00:00Z"));
        }

        var found = Obsessions.Of(log.Play(last).View(), 20);

        Assert.Equal(plays, found.Count == 0 ? 0 : found[0].Plays);
    }
}
