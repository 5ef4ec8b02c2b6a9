using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics;

public sealed class TopListTests
{
    private static readonly LogOf s_log = new LogOf()
        .Play("2026-06-01T10:00:00Z", 100, "Beta - Short", "First")
        .Play("2026-06-02T10:00:00Z", 60, "Alpha - Long", "Second")
        .Play("2026-06-02T11:00:00Z", 60, "Alpha - Long", "Second")
        .Play("2026-06-08T10:00:00Z", 40, "Beta - Short", "First")
        .Play("2026-06-08T11:00:00Z", 40, "Beta - Short", "First")
        .Play("2026-06-09T10:00:00Z", 600, "Alpha - Long", "Second")
        .Play("2026-06-09T11:00:00Z", 10, "Alpha - Long", "Second") // not counted
        .Play("2026-06-10T11:00:00Z", 31, "Gamma - New");

    [Fact]
    public void Of_TracksByPlays_RanksWithPreviousRank()
    {
        var top = TopList.Of(s_log.View(from: "2026-06-08", to: "2026-06-14"), TopKind.Tracks, TopMeasure.Plays, 50);

        Assert.Equal(
            [
                new TopItem(1, 2, "spotify1", "Short", "Beta", 2, 80_000),
                new TopItem(2, 1, "spotify2", "Long", "Alpha", 1, 600_000),
                new TopItem(3, null, "spotify3", "New", "Gamma", 1, 31_000),
            ],
            top);
    }

    [Fact]
    public void Of_ArtistsByTime_RanksByMilliseconds()
    {
        var top = TopList.Of(s_log.View(), TopKind.Artists, TopMeasure.Time, 2);

        Assert.Equal([new TopItem(1, null, "2", "Alpha", null, 3, 720_000), new TopItem(2, null, "1", "Beta", null, 3, 180_000)], top);
    }

    [Fact]
    public void Of_Albums_LeavesOutPlaysWithoutAlbum()
    {
        var top = TopList.Of(s_log.View(), TopKind.Albums, TopMeasure.Plays, 50);

        Assert.Equal(["Second", "First"], top.Select(item => item.Name));
    }

    [Fact]
    public void Of_EqualInBothMeasures_NameDecides()
    {
        var view = new LogOf().Play("2026-06-01T10:00:00Z", 60, "X - b").Play("2026-06-01T11:00:00Z", 60, "X - a").View();

        Assert.Equal(["a", "b"], TopList.Of(view, TopKind.Tracks, TopMeasure.Plays, 50).Select(item => item.Name));
    }

    [Fact]
    public void Of_TwoTracksOfOneRecording_CountAsOneWithItsArtistAndAlbum()
    {
        var view = new LogOf()
            .Play("2026-06-01T10:00:00Z", 60, "Various - Song", "Hits")
            .Play("2026-06-02T10:00:00Z", 60, "Beta - Song", "First")
            .Play("2026-06-02T11:00:00Z", 60, "Alpha - Other", "Second")
            .AreOne("Various - Song", "Beta - Song")
            .View();

        Assert.Equal([("Song", 2), ("Other", 1)], TopList.Of(view, TopKind.Tracks, TopMeasure.Plays, 50).Select(item => (item.Name, item.Plays)));
        Assert.Equal([("Beta", 2), ("Alpha", 1)], TopList.Of(view, TopKind.Artists, TopMeasure.Plays, 50).Select(item => (item.Name, item.Plays)));
        Assert.Equal([("First", 2), ("Second", 1)], TopList.Of(view, TopKind.Albums, TopMeasure.Plays, 50).Select(item => (item.Name, item.Plays)));
        Assert.Equal((3, 2, 2, 2), Summary.Of(view) is var sum ? (sum.Plays, sum.Tracks, sum.Artists, sum.Albums) : default);
    }

    [Fact]
    public void Of_Genres_CountsAPlayForEachGenreOfItsArtist()
    {
        var log = s_log.Build();
        var catalogue = new LogCatalogue([.. log.Catalogue.Tracks], [.. log.Catalogue.Artists], [.. log.Catalogue.Albums], log.Catalogue.CountsAs.ToArray())
        {
            Genres = ["ambient", "pop"],
            GenresOfArtists = [[1], [0, 1], []], // Beta, Alpha, Gamma
        };
        var view = LogOf.ViewOf(new ListeningLog(1, 1, log.Columns, [.. log.Details], catalogue), "UTC", Period.Everything, CountingRule.Default, new DateOnly(2026, 6, 30));

        Assert.Equal(
            [new TopItem(1, null, "pop", "pop", null, 6, 900_000), new TopItem(2, null, "ambient", "ambient", null, 3, 720_000)],
            TopList.Of(view, TopKind.Genres, TopMeasure.Plays, 50));
    }

    [Fact]
    public void Of_Genres_IsEmptyWhileNoneIsKnown()
    {
        Assert.Empty(TopList.Of(s_log.View(), TopKind.Genres, TopMeasure.Plays, 50));
    }
}
