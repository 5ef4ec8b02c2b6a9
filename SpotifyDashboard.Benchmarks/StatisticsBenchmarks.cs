using BenchmarkDotNet.Attributes;
using SpotifyDashboard.Catalogue.Items;
using SpotifyDashboard.Catalogue.Palette;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Moods.Months;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Habits;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Statistics over a log in memory, each from a fresh view: <c>-- --filter '*StatisticsBenchmarks*'</c>. Aim: ≤ 5, 10, 20 ms at 134k, 500k, 1M plays.</summary>
[Config(typeof(StatisticsConfig))]
public class StatisticsBenchmarks
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateOnly s_today = new(2026, 1, 1);

    private ListeningLog _log = StatisticsPlays.Log(0);
    private MoodMap? _moods;
    private ListeningView? _warm;
    private ZoneOffsets _offsets = ZoneOffsets.Of(TimeZoneInfo.Utc, 0, 0);

    [Params(134_000, 500_000, 1_000_000)]
    public int Plays { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _log = StatisticsPlays.Log(Plays);
        _offsets = Offsets();
        _warm = View(Period.Everything);
        PaletteSearch.Find(_warm, "ar", 1);
        _moods = StatisticsMoods.MapOf(_log.Catalogue);
    }

    [Benchmark]
    public Summary SummaryOfEverything() => Summary.Of(View(Period.Everything));

    [Benchmark]
    public Summary SummaryOfLastYearWithPrevious() => Summary.Of(View(new Period(new DateOnly(2025, 1, 1), s_today)));

    [Benchmark]
    public IReadOnlyList<TopItem> Top50Tracks() => TopList.Of(View(Period.Everything), TopKind.Tracks, TopMeasure.Plays, 50);

    [Benchmark]
    public IReadOnlyList<TopItem> Top50Artists() => TopList.Of(View(Period.Everything), TopKind.Artists, TopMeasure.Time, 50);

    [Benchmark]
    public Heatmap HeatmapOfEverything() => Heatmap.Of(View(Period.Everything));

    [Benchmark]
    public Diversity DiversityByMonth() => Diversity.Of(View(Period.Everything));

    [Benchmark]
    public Decades ReleaseDecades() => Decades.Of(View(Period.Everything));

    [Benchmark]
    public ExplicitShare ExplicitByMonth() => ExplicitShare.Of(View(Period.Everything));

    [Benchmark]
    public GenreTrend GenresByMonth() => GenreTrend.Of(View(Period.Everything), 8);

    [Benchmark]
    public MoodTrend MoodsByWeekAndMonth() => MoodTrend.Of(View(Period.Everything), _moods ?? throw new InvalidOperationException("Set up first."));

    [Benchmark]
    public MoodJourney MonthsOnTheMap() => MoodJourney.Of(View(Period.Everything), _moods ?? throw new InvalidOperationException("Set up first."));

    [Benchmark]
    public HipsterScore HipsterByMonth() => HipsterScore.Of(View(Period.Everything));

    [Benchmark]
    public Skips SkipsOfEverything() => Skips.Of(View(Period.Everything));

    [Benchmark]
    public Platforms PlatformsOfEverything() => Platforms.Of(View(Period.Everything));

    [Benchmark]
    public Contexts ContextsOfEverything() => Contexts.Of(View(Period.Everything), 10);

    /// <summary>All figures of the page of one artist.</summary>
    [Benchmark]
    public ItemFigures ArtistOfEverything() => Figures(ItemKind.Artist);

    [Benchmark]
    public ItemFigures TrackOfEverything() => Figures(ItemKind.Track);

    /// <summary>A text that stands in many names; names and plays are made ready before, as they are once for all tabs.</summary>
    [Benchmark]
    public int PaletteSearched() => PaletteSearch.Find(_warm, "ar", 30).Count;

    [Benchmark]
    public ZoneOffsets Offsets() => ZoneOffsets.Of(s_zone, _log.StartedMs[0], _log.StartedMs[^1]);

    private ItemFigures Figures(ItemKind kind)
    {
        var view = View(Period.Everything);
        return ItemFigures.Of(view, view, new CatalogueItem(kind, 0));
    }

    private ListeningView View(Period period) => new(_log, period, CountingRule.Default, s_zone, _offsets, s_today);
}
