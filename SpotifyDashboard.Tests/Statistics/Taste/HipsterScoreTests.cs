using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics.Taste;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Taste;

public sealed class HipsterScoreTests
{
    [Fact]
    public void Of_AnyView_SaysWhatTheDefinitionSays() => Naive.Check(view =>
    {
        var plays = Naive.CountedOf(view);

        var hipster = HipsterScore.Of(view);

        Assert.Equal(Score(plays), (hipster.Known, hipster.Plays, hipster.Score));
        Assert.Equal(plays.Count == 0 ? null : (double?)hipster.Known / plays.Count, hipster.Coverage);
        Assert.Equal(
            Naive.MonthsOf(view).Select(month => (month.Start, Score(month.Plays))),
            hipster.Months.Select(month => (month.Start, (month.Known, month.Plays, month.Score))));
        Assert.Equal(
            plays.GroupBy(play => play.Standing)
                .Where(group => group.Count() >= 3)
                .Select(group => (Track: group.Key, Plays: group.Count(), Popularity: group.Key.Popularity ?? group.Select(play => play.Track.Popularity).FirstOrDefault(popularity => popularity is not null)))
                .Where(row => row.Popularity is not null)
                .OrderBy(row => row.Popularity).ThenByDescending(row => row.Plays).ThenBy(row => row.Track.Title, StringComparer.Ordinal).ThenBy(row => row.Track.PublicId, StringComparer.Ordinal)
                .Take(10)
                .Select(row => new HipsterScore.Track(row.Track.PublicId, row.Track.Title, view.Log.Catalogue.Artists[row.Track.ArtistIndex].Name, row.Popularity ?? -1, row.Plays)),
            hipster.LeastPopular);
    });

    [Fact]
    public void Of_ScoreBetweenTwoTenths_IsRoundedAwayFromZero()
    {
        var catalogue = new LogCatalogue(
            [new LogTrack(1, "b", "B", 0, -1, null, false) { Popularity = 81 }, new LogTrack(2, "a", "A", 0, -1, null, false) { Popularity = 78 }],
            [new LogArtist(1, "", "Artist", null)],
            [],
            [0, 1]);
        var log = new LogOf();
        foreach (var play in Enumerable.Range(0, 20))
        {
            log.Play(1_772_359_200_000 + (play * 240_000L), 180_000, play == 0 ? "Artist - B" : "Artist - A");
        }

        var built = log.Build();
        var view = LogOf.ViewOf(new ListeningLog(1, 1, built.Columns, [.. built.Details], catalogue), "UTC", Period.Everything, CountingRule.Default, new DateOnly(2026, 6, 30));

        // "B" was played first and is track 0 of the log: (81 + 19 × 78) ÷ 20 = 78.15, which no double hits.
        Assert.Equal(21.9, HipsterScore.Of(view).Score);
    }

    [Fact]
    public void Of_PopularityOfNothingKnown_IsWithheld()
    {
        var hipster = HipsterScore.Of(new LogOf().Play("2026-03-01T10:00:00Z").View());

        Assert.Equal((null, 0, 1, 0.0, "ReccoBeats"), (hipster.Score, hipster.Known, hipster.Plays, hipster.Coverage, hipster.Source));
    }

    private static (int Known, int Plays, double? Score) Score(List<NaivePlay> plays)
    {
        var known = plays.Select(play => play.Track.Popularity ?? play.Standing.Popularity).OfType<int>().ToList();
        return (known.Count, plays.Count, known.Count == 0 || 10 * known.Count < 3 * plays.Count ? null : (double)Math.Round(100 - ((decimal)known.Sum() / known.Count), 1, MidpointRounding.AwayFromZero));
    }
}
