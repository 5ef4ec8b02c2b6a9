using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Discovery;

public sealed class RediscoveriesTests
{
    [Fact]
    public void Of_AnyPlays_EqualsFollowingEachRecording() => AnyHabit.Check(view =>
    {
        var within = Naive.CountedOf(view).Select(play => play.Index).ToHashSet();
        var expected = Naive.CountedOf(view.Over(Period.Everything)).GroupBy(play => play.StandingIndex).SelectMany(track =>
        {
            var plays = track.ToList();
            return Enumerable.Range(0, plays.Count)
                .Where(index => index >= 5 && within.Contains(plays[index].Index) && plays[index].Local - plays[index - 1].Local >= TimeSpan.FromDays(180))
                .Take(1)
                .Select(index => (plays[index].Standing, Before: plays[index - 1].Local, Back: plays[index].Local, Count: index, Since: plays.Skip(index).Count(play => within.Contains(play.Index))));
        })
        .OrderByDescending(row => row.Since).ThenByDescending(row => (int)(row.Back - row.Before).TotalDays).ThenBy(row => row.Standing.Title, StringComparer.Ordinal).ThenBy(row => row.Back).ThenBy(row => row.Standing.PublicId, StringComparer.Ordinal);

        Assert.Equal(
            expected.Select(row => (row.Standing.PublicId, row.Before.ToUniversalTime(), row.Back.ToUniversalTime(), (int)(row.Back - row.Before).TotalDays, row.Count, row.Since)),
            Rediscoveries.Of(view, 500).Select(row => (row.Id, row.LastBefore, row.ReturnedAt, row.DaysAway, row.PlaysBefore, row.PlaysSince)));
    });

    [Theory]
    [InlineData("2026-06-29T10:00:00Z", 1)] // 180 days later to the millisecond
    [InlineData("2026-06-29T09:59:59.999Z", 0)]
    public void Of_Return_NeedsHalfAYear(string back, int rows)
    {
        var log = new LogOf();
        foreach (var day in Enumerable.Range(27, 5))
        {
            log.Play($"2025-12-{day}T10:00:00Z");
        }

        var view = log.Play("2025-12-31T10:00:00.001Z", 10).Play(back).View(from: "2026-06-01");

        Assert.Equal(rows, Rediscoveries.Of(view, 20).Count);
    }

    [Fact]
    public void Of_Limit_KeepsTheFirst() => Assert.Empty(Rediscoveries.Of(AnyHabit.Of(3), 0));
}
