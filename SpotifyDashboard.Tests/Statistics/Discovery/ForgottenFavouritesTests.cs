using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Discovery;

public sealed class ForgottenFavouritesTests
{
    [Fact]
    public void Of_AnyPlays_EqualsLookingAtEachRecording() => AnyHabit.Check(view =>
    {
        var end = view.Period.To is { } to && to < view.Today ? to : view.Today;
        var expected = Naive.CountedOf(view.Over(new Period(From: null, end))).GroupBy(play => play.StandingIndex)
            .Select(track => track.ToList())
            .Where(track => track.Count >= 10 && track.TrueForAll(play => play.Day <= end.AddDays(-180)))
            .Select(track => (Track: track[0].Standing, track.Count, Ms: track.Sum(play => (long)play.Ms), First: track[0].Local.ToUniversalTime(), Last: track[^1].Local.ToUniversalTime()))
            .OrderByDescending(row => row.Count).ThenByDescending(row => row.Ms).ThenBy(row => row.Track.Title, StringComparer.Ordinal).ThenBy(row => row.Track.PublicId, StringComparer.Ordinal);

        Assert.Equal(
            expected.Select(row => (row.Track.PublicId, row.Count, row.Ms, row.First, row.Last)),
            ForgottenFavourites.Of(view, 500).Select(row => (row.Id, row.Plays, row.Ms, row.FirstPlayedAt, row.LastPlayedAt)));
    });

    [Theory]
    [InlineData("2026-01-01", 1)]
    [InlineData("2026-01-02", 0)] // the first of the last 180 days up to 30 June
    public void Of_LastPlay_MustLieBeforeTheSilence(string last, int rows)
    {
        var log = new LogOf();
        for (var play = 0; play < 10; play++)
        {
            log.Play(string.Create(CultureInfo.InvariantCulture, $"{last}T1{play}:00:00Z"));
        }

        Assert.Equal(rows, ForgottenFavourites.Of(log.View(from: "2026-06-01"), 20).Count);
    }
}
