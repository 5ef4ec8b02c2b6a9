using BenchmarkDotNet.Attributes;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.History;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Searching and sorting a million plays of a hundred thousand tracks: <c>-- --filter '*HistorySearch*'</c>. Aim: an answer within 100 ms.</summary>
[Config(typeof(StatisticsConfig))]
public class HistorySearchBenchmarks
{
    private const int Plays = 1_000_000;
    private const int Tracks = 100_000;

    private static readonly string[] s_words = ["Glass", "Harbour", "Été", "雨の日", "Remastered", "Beyoncé", "Lights", "of", "Winter", "Straße", "Blue", "Night"];

    private ListeningLog _log = StatisticsPlays.Log(0);
    private ListeningView? _view;

    /// <summary>A letter that is everywhere, a word, two words from two columns, nothing.</summary>
    [Params("e", "harbour", "strasse beyonce", "nowhere")]
    public string Words { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        var catalogue = CatalogueOf();
        var columns = StatisticsPlays.Log(Plays).Columns;
        var random = new Random(7);
        for (var play = 0; play < Plays; play++)
        {
            columns.Tracks[play] = (int)(Tracks * Math.Pow(random.NextDouble(), 3));
        }

        _log = new ListeningLog(1, 1, columns, [.. StatisticsPlays.Log(1).Details], catalogue);
        _view = new ListeningView(
            _log, Period.Everything, CountingRule.Default, TimeZoneInfo.Utc, ZoneOffsets.Of(TimeZoneInfo.Utc, _log.StartedMs[0], _log.StartedMs[^1]), new DateOnly(2026, 1, 1));
        Search();
        SearchSortedByTitle();
    }

    [Benchmark]
    public int Search() => Of(HistorySort.Time);

    [Benchmark]
    public int SearchSortedByTitle() => Of(HistorySort.Title);

    [Benchmark]
    public int SearchSortedByLength() => Of(HistorySort.Length);

    /// <summary>What the first search of a catalogue pays, once for all.</summary>
    [Benchmark]
    public int FoldNamesOnce() => CatalogueOf().Names.Tracks.Count;

    private int Of(HistorySort sort) =>
        _view is { } view ? HistoryOrder.Of(view, new HistoryQuery(new HistoryFilter(Text: Words), sort)).Count : 0;

    private static LogCatalogue CatalogueOf()
    {
        var random = new Random(3);
        string Name() => string.Join(' ', Enumerable.Range(0, random.Next(2, 5)).Select(_ => s_words[random.Next(s_words.Length)]));
        return new LogCatalogue(
            [.. Enumerable.Range(0, Tracks).Select(track => new LogTrack(track + 1, $"id{track}", Name(), track % 20_000, track % 30_000, 200_000, false))],
            [.. Enumerable.Range(0, 20_000).Select(artist => new LogArtist(artist + 1, "", Name(), null))],
            [.. Enumerable.Range(0, 30_000).Select(album => new LogAlbum(album + 1, "", Name(), album % 20_000, null))],
            [.. Enumerable.Range(0, Tracks)]);
    }
}
