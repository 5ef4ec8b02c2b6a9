using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.History;

namespace SpotifyDashboard.Tests.Statistics.History;

/// <summary>Which plays the list shows, and in which order, beside a naive search.</summary>
public sealed class HistoryOrderTests
{
    private static readonly string[] s_words = ["Glass", "Été", "ete", "雨の日", "Straße", "of", "=1", ""];

    [Fact]
    public void Of_AnyLogPeriodFilterAndSort_IsWhatSortingAndSearchingEachPlayGives() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var view = View(random);
        var query = new HistoryQuery(
            new HistoryFilter(random.Next(3) == 0 ? "ARTIST 1" : null, random.Next(2) == 0 ? $"{s_words[random.Next(7)]} {s_words[random.Next(8)]}" : null),
            (HistorySort)random.Next(4),
            random.Next(2) == 0);
        var order = HistoryOrder.Of(view, query);

        return Enumerable.Range(0, order.Count).Select(place => order[place]).SequenceEqual(Naive(view, query));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(1_000_000));

    [Fact]
    public void Rows_WithGaps_HoldEachPlayAndEachOpenGapOnceInTheirPlace()
    {
        var view = View(new Random(5), plays: 40, Period.Everything);
        Gap[] gaps = [GapAround(view, 10), GapAround(view, 30)];
        foreach (var isDescending in (bool[])[true, false])
        {
            var query = new HistoryQuery(new HistoryFilter(), HistorySort.Time, isDescending);
            var rows = new HistoryRows(view, query, HistoryOrder.Of(view, query), gaps);
            var lines = Enumerable.Range(0, rows.Count).Select(row => rows[row]).ToList();

            Assert.Equal(42, rows.Count);
            Assert.Equal(40, lines.Count(line => line.Play is not null));
            for (var row = 0; row < lines.Count; row++)
            {
                if (lines[row].Gap is { } gap)
                {
                    var (newer, older) = isDescending ? (lines[row - 1], lines[row + 1]) : (lines[row + 1], lines[row - 1]);
                    Assert.True(newer.Play?.StartedAt >= gap.To.AddMilliseconds(-1) && older.Play?.StartedAt < gap.To);
                }
            }
        }
    }

    private static Gap GapAround(ListeningView view, int play) => new()
    {
        FromAt = DateTimeOffset.FromUnixTimeMilliseconds(view.Log.StartedMs[play]),
        ToAt = DateTimeOffset.FromUnixTimeMilliseconds(view.Log.StartedMs[play + 1]),
    };

    private static IEnumerable<int> Naive(ListeningView view, HistoryQuery query)
    {
        var log = view.Log;
        var shown = view.Runs.SelectMany(run => Enumerable.Range(run.First, run.End - run.First)).Where(play => IsShown(log, play, query.Filter)).ToList();
        return query.Sort switch
        {
            HistorySort.Title => ByName(play => (Title(play), Artist(play))),
            HistorySort.Artist => ByName(play => (Artist(play), Title(play))),
            HistorySort.Length => (query.IsDescending ? shown.OrderByDescending(play => log.MsPlayed[play]) : shown.OrderBy(play => log.MsPlayed[play])).ThenByDescending(play => play),
            _ => query.IsDescending ? shown.OrderDescending() : shown,
        };

        string Title(int play) => NameFold.Of(log.Catalogue.Tracks[log.TrackIndexes[play]].Title);

        string Artist(int play) => NameFold.Of(log.Catalogue.Artists[log.Catalogue.Tracks[log.TrackIndexes[play]].ArtistIndex].Name);

        IEnumerable<int> ByName(Func<int, (string First, string Second)> names)
        {
            var byFirst = query.IsDescending ? shown.OrderByDescending(play => names(play).First, StringComparer.Ordinal) : shown.OrderBy(play => names(play).First, StringComparer.Ordinal);
            return (query.IsDescending ? byFirst.ThenByDescending(play => names(play).Second, StringComparer.Ordinal) : byFirst.ThenBy(play => names(play).Second, StringComparer.Ordinal)).ThenByDescending(play => play);
        }
    }

    private static bool IsShown(ListeningLog log, int play, HistoryFilter filter)
    {
        var track = log.Catalogue.Tracks[log.TrackIndexes[play]];
        var artist = log.Catalogue.Artists[track.ArtistIndex].Name;
        string[] texts = [NameFold.Of(track.Title), NameFold.Of(artist), NameFold.Of(log.Catalogue.Albums[track.AlbumIndex].Title)];
        return (filter.Artist is null || NameFold.Of(artist) == NameFold.Of(filter.Artist))
            && NameFold.Of(filter.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => texts.Any(text => text.Contains(word, StringComparison.Ordinal)));
    }

    private static ListeningView View(Random random, int? plays = null, Period? period = null)
    {
        var count = plays ?? random.Next(0, 60);
        var columns = LogColumns.Of(count);
        var moment = 1_700_000_000_000L;
        for (var play = 0; play < count; play++)
        {
            moment += 1000 + random.Next(40_000_000);
            (columns.Started[play], columns.Ids[play], columns.MsPlayed[play], columns.Tracks[play]) = (moment, play + 1, random.Next(4) * 50_000, random.Next(9));
        }

        var catalogue = new LogCatalogue(
            [.. Enumerable.Range(0, 9).Select(track => new LogTrack(track + 1, $"id{track}", $"{s_words[random.Next(8)]} {s_words[random.Next(8)]}", track % 3, track % 2, 200_000, false))],
            [.. Enumerable.Range(0, 3).Select(artist => new LogArtist(artist + 1, "", $"Artist {artist}", null))],
            [.. Enumerable.Range(0, 2).Select(album => new LogAlbum(album + 1, "", s_words[album], 0, null))],
            [.. Enumerable.Range(0, 9)]);
        var circumstance = new Circumstance { Id = 1, ReasonStart = "", ReasonEnd = "", Platform = "", Country = "" };
        var log = new ListeningLog(1, 1, columns, [new PlayDetail(Source.ExtendedExport, Precision.Exact, SightingTraits.None, circumstance, null)], catalogue);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var offsets = ZoneOffsets.Of(zone, 1_690_000_000_000, moment + 100_000_000_000);
        var first = new DateOnly(2023, 11, 15).AddDays(random.Next(20));
        return new ListeningView(log, period ?? (random.Next(2) == 0 ? Period.Everything : new Period(first, first.AddDays(random.Next(10)))), CountingRule.Default, zone, offsets, new DateOnly(2024, 6, 1));
    }
}
