using SpotifyDashboard.Catalogue.Items;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Listening;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Catalogue.Items;

public sealed class ItemFiguresTests
{
    private const long HalfHourMs = 1_800_000;

    [Fact]
    public void Of_TwoArtistsInTurn_SaysRankSharesSessionsAndMoments()
    {
        var log = new LogOf()
            .Play("2026-06-01T10:00:00Z", 600, "Beta - One", "First")
            .Play("2026-06-01T10:40:00Z", 600, "Alpha - Two", "Second") // exactly half an hour of silence: the same session
            .Play("2026-06-01T11:20:01Z", 600, "Alpha - Two", "Second") // a second more: another
            .Play("2026-06-02T08:00:00Z", 20, "Alpha - Two", "Second", reasonEnd: "fwdbtn") // not counted
            .Play("2026-06-02T09:00:00Z", 600, "Alpha - Three", "Second")
            .Play("2026-06-02T09:10:00Z", 600, "Alpha - Three", "Second");

        var figures = Figures(log.View(), ItemKind.Artist, "2");

        Assert.Equal(new ItemStanding(4, 2_400_000, 0.8, 1, 2, At("2026-06-01T10:40:00Z"), At("2026-06-02T09:10:00Z")), figures.Period);
        Assert.Same(figures.Period, figures.AllTime);
        Assert.Equal(new ItemSessions(3, 2, 0.5), figures.Sessions);
        Assert.Equal([("2026-06-01", 2), ("2026-06-02", 2)], figures.Curve.Points.Select(point => (point.Start, point.Plays)));
        Assert.Equal((5, 5, 1, 0.2), (figures.Endings.Plays, figures.Endings.Told, figures.Endings.Skipped, figures.Endings.SkipRate));
        Assert.Equal([("Three", 2), ("Two", 2)], figures.TopTracks.Select(track => (track.Name, track.Plays)));
        Assert.Equal([("Second", 4)], figures.TopAlbums.Select(album => (album.Name, album.Plays)));
        Assert.Null(figures.Heatmap);
    }

    [Fact]
    public void Of_PeriodWithAStretchBefore_ComparesTheRankAndKeepsAllTime()
    {
        var log = new LogOf()
            .Play("2026-06-01T10:00:00Z", 60, "Beta - One")
            .Play("2026-06-02T10:00:00Z", 60, "Alpha - Two")
            .Play("2026-06-02T11:00:00Z", 60, "Alpha - Two")
            .Play("2026-06-03T10:00:00Z", 60, "Beta - One")
            .Play("2026-06-04T10:00:00Z", 60, "Beta - One");

        var figures = Figures(log.View(from: "2026-06-03", to: "2026-06-04"), ItemKind.Track, "spotify1");

        Assert.Equal((1, 2, 2, 3), (figures.Period.Rank, figures.PreviousRank, figures.Period.Plays, figures.AllTime.Plays));
        Assert.Equal(At("2026-06-01T10:00:00Z"), figures.AllTime.FirstPlayedAt);
        Assert.Empty(figures.TopTracks);
    }

    [Fact]
    public void Of_TrackUnderTwoIds_CountsTheRecordingUnderBoth()
    {
        var view = new LogOf().Play("2026-06-01T10:00:00Z", 60, "Various - Song", "Hits").Play("2026-06-02T10:00:00Z", 60, "Beta - Song", "First").AreOne("Various - Song", "Beta - Song").View();

        Assert.Equal(Figures(view, ItemKind.Track, "spotify1").Period, Figures(view, ItemKind.Track, "spotify2").Period);
        Assert.Equal(2, Figures(view, ItemKind.Artist, "2").Period.Plays);
        Assert.Equal((0, null, null), Figures(view, ItemKind.Artist, "1").Period is var none ? (none.Plays, none.Rank, none.LastPlayedAt) : default);
    }

    [Theory]
    [InlineData(1, "day")]
    [InlineData(62, "day")]
    [InlineData(63, "week")]
    [InlineData(400, "week")]
    [InlineData(401, "month")]
    public void Curve_ByTheDaysItSpans_HasFewPoints(int days, string by)
    {
        var last = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
        var view = new LogOf().Play(last.AddDays(1 - days).ToUnixTimeMilliseconds(), 60_000).Play(last.ToUnixTimeMilliseconds(), 60_000).View();

        Assert.Equal(by, Figures(view, ItemKind.Track, "spotify1").Curve.By);
    }

    [Fact]
    public void Find_UnknownIds_FindsNothing()
    {
        var catalogue = new LogOf().Play("2026-06-01T10:00:00Z").Build().Catalogue;

        Assert.Null(CatalogueItem.Find(catalogue, ItemKind.Track, "nobody"));
        Assert.Null(CatalogueItem.Find(catalogue, ItemKind.Artist, ""));
        Assert.Null(CatalogueItem.Find(catalogue, ItemKind.Artist, "99"));
        Assert.Null(CatalogueItem.Find(catalogue, ItemKind.Album, "1"));
    }

    [Fact]
    public void Of_AnyItemOfAnyView_IsWhatItsPlaysSay() => Naive.Check(view =>
    {
        var counted = Naive.CountedOf(view);
        var whole = view.Over(Period.Everything);
        foreach (var item in ItemsOf(view.Log.Catalogue))
        {
            var own = counted.FindAll(play => IsOf(view.Log.Catalogue, item, play.StandingIndex));
            var figures = ItemFigures.Of(view, whole, item);

            Assert.Equal((own.Count, own.Sum(play => (long)play.Ms)), (figures.Period.Plays, figures.Period.Ms));
            Assert.Equal(counted.Count == 0 ? null : (double)own.Count / counted.Count, figures.Period.Share);
            Assert.Equal((own.FirstOrDefault()?.Local, own.LastOrDefault()?.Local), (figures.Period.FirstPlayedAt, figures.Period.LastPlayedAt));
            Assert.Equal(TopList.Of(view, item.Ranked, TopMeasure.Plays, 100).Select((row, index) => (row.Plays, Rank: index + 1)).Count(row => row.Plays > 0), figures.Period.Of);
            Assert.Equal(own.Count, figures.Curve.Points.Sum(point => point.Plays));
            Assert.Equal(own.Count < 20, figures.Heatmap is null);
            Assert.Equal(Naive.AllOf(view).Count(play => IsOf(view.Log.Catalogue, item, play.StandingIndex)), figures.Endings.Plays);
            Assert.Equal(SessionsOf(view, counted, own), (figures.Sessions.Count, figures.Sessions.Began));
        }
    });

    private static (int Count, int Began) SessionsOf(ListeningView view, List<NaivePlay> counted, List<NaivePlay> own)
    {
        List<List<NaivePlay>> sessions = [];
        foreach (var play in counted)
        {
            if (sessions.Count == 0 || view.Log.StartedMs[play.Index] - sessions[^1].Max(other => view.Log.StartedMs[other.Index] + other.Ms) > HalfHourMs)
            {
                sessions.Add([]);
            }

            sessions[^1].Add(play);
        }

        return (sessions.Count(session => session.Exists(own.Contains)), sessions.Count(session => own.Contains(session[0])));
    }

    private static IEnumerable<CatalogueItem> ItemsOf(LogCatalogue catalogue) =>
    [
        .. Enumerable.Range(0, catalogue.Tracks.Count).Where(track => catalogue.CountsAs[track] == track).Select(track => new CatalogueItem(ItemKind.Track, track)),
        .. Enumerable.Range(0, catalogue.Artists.Count).Select(artist => new CatalogueItem(ItemKind.Artist, artist)),
        .. Enumerable.Range(0, catalogue.Albums.Count).Select(album => new CatalogueItem(ItemKind.Album, album)),
    ];

    private static bool IsOf(LogCatalogue catalogue, CatalogueItem item, int standing) => item.Kind switch
    {
        ItemKind.Track => standing == item.Index,
        ItemKind.Artist => catalogue.Tracks[standing].ArtistIndex == item.Index,
        _ => catalogue.Tracks[standing].AlbumIndex == item.Index,
    };

    private static ItemFigures Figures(ListeningView view, ItemKind kind, string id) =>
        ItemService.FiguresOf(view, view.Period == Period.Everything ? view : view.Over(Period.Everything), kind, id) ?? throw new InvalidOperationException($"There is no {id}.");

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);
}
