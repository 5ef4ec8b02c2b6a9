using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Moods.Months;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Moods.Months;

public sealed class MoodJourneyTests
{
    [Fact]
    public void Of_AnyView_PutsEachMonthWhereItsPlaysStandOnAverage() => Naive.Check(view =>
    {
        var map = AnyMap.Of(view.Log.Catalogue);

        var journey = MoodJourney.Of(view, map);

        var expected = Naive.MonthsOf(view).ToList();
        Assert.Equal(expected.Count, journey.All.Count);
        Assert.Equal(journey.All.Where(month => month.Placed > 0), journey.Months);
        float[]? before = null;
        foreach (var (month, (_, plays)) in journey.All.Zip(expected))
        {
            var rows = plays.Select(play => RowOf(map, view, play)).Where(row => row >= 0).ToList();
            Assert.Equal((plays.Count, rows.Count), (month.Plays, month.Placed));
            Assert.Equal(rows.Count == 0, month.Place.IsEmpty);
            Assert.Equal(rows.Count == 0 || before is null, month.Moved is null);
            for (var axis = 0; axis < month.Place.Length; axis++)
            {
                Assert.Equal(rows.Average(row => (double)map.PlaceOf(row)[axis]), month.Place[axis], 1e-4);
            }

            if (month.Moved is { } moved && before is { } last)
            {
                Assert.Equal(Math.Sqrt(last.Zip(month.Place, (a, b) => ((double)a - b) * ((double)a - b)).Sum()), moved, 1e-6);
                Assert.NotEqual("", month.Towards);
            }

            if (month.Nearest is { } nearest)
            {
                double[] mean = [.. Enumerable.Range(0, 3).Select(column => rows.Average(row => (double)map.StandingOf(row)[column]))];
                Assert.Equal(map.Moods.Min(mood => From(mood, mean)), From(map.Moods[nearest], mean), 1e-6);
            }

            before = month.Place.IsEmpty ? before : [.. month.Place];
        }
    });

    [Fact]
    public void PlayedRows_OfAnyMonth_AreTheTracksWithACountedPlayInIt() => Naive.Check(view =>
    {
        var map = AnyMap.Of(view.Log.Catalogue);
        foreach (var month in MoodJourney.Of(view, map).Months)
        {
            var bits = PlayedRows.Of(view, map, month.Start);

            var expected = Naive.CountedOf(view).Where(play => play.Month == month.Start).Select(play => RowOf(map, view, play)).Where(row => row >= 0).Distinct().Order();
            Assert.Equal(expected, Enumerable.Range(0, map.TrackCount).Where(row => (bits[row / 8] >> (row % 8) & 1) == 1));
        }
    });

    [Fact]
    public void Of_MapWithoutTracks_HasNoMonths()
    {
        var view = AnyView.Of(7);
        var map = new MoodMap { Request = MoodMapRequest.OfLibrary(1, 5), Catalogue = view.Log.Catalogue, Coverage = new MoodCoverage(0, 1), Notes = [] };

        Assert.Empty(MoodJourney.Of(view, map).All);
    }

    private static double From(SpotifyDashboard.Moods.Mood mood, double[] mean) => mood.Standing.Zip(mean, (centre, value) => (centre - value) * (centre - value)).Sum();

    /// <summary>A track known by name only sounds as its recording does.</summary>
    private static int RowOf(MoodMap map, ListeningView view, NaivePlay play) => map.RowOf((play.Track.SpotifyId is null ? play.Standing : play.Track).PublicId);
}
