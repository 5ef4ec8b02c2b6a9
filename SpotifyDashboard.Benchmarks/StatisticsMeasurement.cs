using System.Diagnostics;
using System.Globalization;
using SpotifyDashboard.Catalogue.Items;
using SpotifyDashboard.Catalogue.Palette;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Statistics.Habits;
using SpotifyDashboard.Statistics.History;
using SpotifyDashboard.Statistics.Taste;
using SpotifyDashboard.Statistics.Time;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Every statistic of the overview and of <c>/stats</c>, cold and warm: <c>-- statistics 134000 500000 1000000</c>. Aim: ≤ 20 ms each at 1M plays.</summary>
/// <remarks>
/// Each size is read from a database file. Cold is the first time, with nothing found of the log yet; warm is the median of fifteen views made
/// anew over the same log, as when a period is chosen that nobody chose before. Moods need a map, which takes seconds: see <see cref="StatisticsBenchmarks"/>.
/// </remarks>
internal static class StatisticsMeasurement
{
    private const string Name = "statistics";
    private const int Rounds = 15;

    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateOnly s_today = new(2026, 1, 1);
    private static readonly Period s_lastYear = new(new DateOnly(2025, 1, 1), s_today);

    private static readonly (string Name, Func<ListeningView, object> Compute)[] s_statistics =
    [
        ("summary", view => Summary.Of(view)),
        ("top tracks", view => TopList.Of(view, TopKind.Tracks, TopMeasure.Plays, 50)),
        ("top artists", view => TopList.Of(view, TopKind.Artists, TopMeasure.Time, 50)),
        ("top albums", view => TopList.Of(view, TopKind.Albums, TopMeasure.Plays, 50)),
        ("top genres", view => TopList.Of(view, TopKind.Genres, TopMeasure.Plays, 50)),
        ("heatmap", view => Heatmap.Of(view)),
        ("calendar", view => SpotifyDashboard.Statistics.Calendar.Of(view)),
        ("trend by day", view => Trend.Of(view, TrendBucket.Day)),
        ("trend by month", view => Trend.Of(view, TrendBucket.Month)),
        ("sessions", view => Sessions.Of(view)),
        ("streaks", view => StreakList.Of(view)),
        ("milestones", view => Milestones.Of(view)),
        ("discovery", view => Discoveries.Of(view)),
        ("rediscovery", view => Rediscoveries.Of(view, 20)),
        ("forgotten", view => ForgottenFavourites.Of(view, 20)),
        ("obsessions", view => Obsessions.Of(view, 20)),
        ("on this day", view => OnThisDay.Of(view, s_today)),
        ("loyalty", view => Loyalty.Of(view)),
        ("skips", view => Skips.Of(view)),
        ("platforms", view => Platforms.Of(view)),
        ("contexts", view => Contexts.Of(view, 10)),
        ("diversity", view => Diversity.Of(view)),
        ("decades", view => Decades.Of(view)),
        ("explicit", view => ExplicitShare.Of(view)),
        ("genres", view => GenreTrend.Of(view, 8)),
        ("hipster", view => HipsterScore.Of(view)),
        ("page of a track", view => ItemFigures.Of(view, view, new CatalogueItem(ItemKind.Track, 0))),
        ("page of an artist", view => ItemFigures.Of(view, view, new CatalogueItem(ItemKind.Artist, 0))),
        ("search", view => PaletteSearch.Find(view, "ar", 30)),
        ("search, two words", view => PaletteSearch.Find(view, "tra 12", 30)),
        ("history, first page", view => HistoryPlays.Page(view, new HistoryFilter(), after: null, limit: 50, gaps: [])),
    ];

    public static bool TryRun(string[] args)
    {
        if (args is not [Name, .. var sizes])
        {
            return false;
        }

        foreach (var plays in sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
        {
            Measure(plays);
        }

        return true;
    }

    private static void Measure(int plays)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-statistics-").FullName;
        try
        {
            var database = new StatisticsDatabase(Path.Combine(folder, "dashboard.db"));
            database.Fill(plays);
            var watch = Stopwatch.StartNew();
            var log = new ListeningLogLoader(database).Load(1, null, CancellationToken.None);
            Say($"| {plays:N0} plays | cold ms | warm ms | last year, warm ms |");
            Say($"| read from the database | {watch.Elapsed.TotalMilliseconds:N0} | | |");
            var offsets = ZoneOffsets.Of(s_zone, log.StartedMs[0], log.StartedMs[^1]);
            foreach (var (name, compute) in s_statistics)
            {
                var cold = Time(() => compute(new ListeningView(log, Period.Everything, CountingRule.Default, s_zone, offsets, s_today)));
                var facts = new LogFacts(log, CountingRule.Default);
                var everything = Median(() => compute(new ListeningView(log, Period.Everything, CountingRule.Default, s_zone, offsets, s_today, facts)));
                var lastYear = Median(() => compute(new ListeningView(log, s_lastYear, CountingRule.Default, s_zone, offsets, s_today, facts)));
                Say($"| {name} | {cold:N1} | {everything:N1} | {lastYear:N1} |");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Median(Func<object> work) => Enumerable.Range(0, Rounds).Select(_ => Time(work)).Order().ElementAt(Rounds / 2);

    private static double Time(Func<object> work)
    {
        var watch = Stopwatch.StartNew();
        GC.KeepAlive(work());
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
