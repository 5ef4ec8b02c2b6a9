using BenchmarkDotNet.Attributes;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Statistics.Time;

namespace SpotifyDashboard.Benchmarks;

/// <summary>What <c>/stats</c> shows over time and of discovery: <c>-- --filter '*StatisticsTimeBenchmarks*'</c>. Aim: ≤ 5, 10, 20 ms at 134k, 500k, 1M plays.</summary>
/// <remarks>Each from a fresh view and, where the whole history is looked at, with everything found anew; the last ones as they are answered once that is known.</remarks>
[Config(typeof(StatisticsConfig))]
public class StatisticsTimeBenchmarks
{
    private const int Rows = 20;

    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateOnly s_today = new(2026, 1, 1);
    private static readonly Period s_oneDay = new(new DateOnly(2025, 6, 1), new DateOnly(2025, 6, 1));

    private ListeningLog _log = StatisticsPlays.Log(0);
    private LogFacts? _known;
    private ZoneOffsets _offsets = ZoneOffsets.Of(TimeZoneInfo.Utc, 0, 0);

    [Params(134_000, 500_000, 1_000_000)]
    public int Plays { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _log = StatisticsPlays.Log(Plays);
        _known = new LogFacts(_log, CountingRule.Default);
        _offsets = ZoneOffsets.Of(s_zone, _log.StartedMs[0], _log.StartedMs[^1]);
    }

    [Benchmark]
    public Trend TrendByDay() => Trend.Of(View(Period.Everything), TrendBucket.Day);

    [Benchmark]
    public Trend TrendOfAYearByHour() => Trend.Of(View(new Period(new DateOnly(2025, 1, 1), s_today)), TrendBucket.Hour);

    [Benchmark]
    public Sessions SessionsOfEverything() => Sessions.Of(View(Period.Everything));

    [Benchmark]
    public Sessions SessionsByShortPauses() => Sessions.Of(View(Period.Everything), pauseMinutes: 1);

    [Benchmark]
    public StreakList StreaksOfEverything() => StreakList.Of(View(Period.Everything));

    [Benchmark]
    public Milestones MilestonesOfEverything() => Milestones.Of(View(Period.Everything));

    [Benchmark]
    public Discoveries DiscoveriesOfEverything() => Discoveries.Of(View(Period.Everything));

    [Benchmark]
    public IReadOnlyList<Rediscovery> RediscoveriesOfEverything() => Rediscoveries.Of(View(Period.Everything), Rows);

    [Benchmark]
    public IReadOnlyList<ForgottenFavourite> ForgottenFavouritesToday() => ForgottenFavourites.Of(View(Period.Everything), Rows);

    [Benchmark]
    public IReadOnlyList<Obsession> ObsessionsOfEverything() => Obsessions.Of(View(Period.Everything), Rows);

    [Benchmark]
    public OnThisDay OnThisDayOfEveryYear() => OnThisDay.Of(View(Period.Everything), s_today);

    [Benchmark]
    public Loyalty LoyaltyOfEverything() => Loyalty.Of(View(Period.Everything));

    [Benchmark]
    public Discoveries DiscoveriesOfADayOnceKnown() => Discoveries.Of(View(s_oneDay, _known));

    [Benchmark]
    public Discoveries DiscoveriesOfEverythingOnceKnown() => Discoveries.Of(View(Period.Everything, _known));

    [Benchmark]
    public IReadOnlyList<Rediscovery> RediscoveriesOfADayOnceKnown() => Rediscoveries.Of(View(s_oneDay, _known), Rows);

    [Benchmark]
    public Milestones MilestonesOfADayOnceKnown() => Milestones.Of(View(s_oneDay, _known));

    [Benchmark]
    public Loyalty LoyaltyOfADayOnceKnown() => Loyalty.Of(View(s_oneDay, _known));

    private ListeningView View(Period period, LogFacts? facts = null) => new(_log, period, CountingRule.Default, s_zone, _offsets, s_today, facts);
}
