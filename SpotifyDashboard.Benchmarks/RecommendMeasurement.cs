using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Moods.Recommendations;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Benchmarks;

/// <summary>How good the recommendations from the own library are: <c>-- recommend</c> for the demo's two years, <c>-- recommend DATABASE</c> for a copy of a SQLite file.</summary>
/// <remarks>
/// For twelve cut days, a month apart, the plays after the cut are hidden. A hidden love is a recording with three counted plays or more in the
/// thirty days after the cut, none in the ninety before it, and some earlier one. Recall is the share of them among twenty recommended; both
/// baselines choose among the same candidates. Intervals are 95 % bootstrap intervals over the cuts.
/// </remarks>
internal static class RecommendMeasurement
{
    private const string Name = "recommend";
    private const int Cuts = 12;
    private const int HiddenDays = 30;
    private const int LovePlays = 3;
    private const int Places = 20;
    private const int Resamples = 2000;

    public static async Task<bool> TryRunAsync(string[] args)
    {
        if (args is not ([Name] or [Name, _]))
        {
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("dashboard-recommend-").FullName;
        try
        {
            var file = Path.Combine(folder, "dashboard.db");
            if (args is [_, var given])
            {
                File.Copy(given, file);
            }

            using var host = HostOf(file);
            await host.Services.PrepareDatabaseAsync(CancellationToken.None);
            if (args is [_])
            {
                await host.Services.GetRequiredService<DemoListener>().EnsureAsync(CancellationToken.None);
            }

            await MeasureAsync(host.Services);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return true;
    }

    private static IHost HostOf(string file)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Dashboard", $"Data Source={file};Pooling=False")]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage();
        builder.Services.AddStatistics();
        builder.Services.AddMoods();
        builder.Services.AddDemo();
        return builder.Build();
    }

    private static async Task MeasureAsync(IServiceProvider services)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync();
        foreach (var id in await context.Listeners.Select(listener => listener.Id).ToListAsync())
        {
            var listener = await services.GetRequiredService<ListenerDirectory>().FindAsync(id, CancellationToken.None) ?? throw new InvalidOperationException("The listener has gone.");
            var view = await services.GetRequiredService<StatisticsService>().ReadAsync(listener, Period.Everything, rule: null, CancellationToken.None);
            var map = await services.GetRequiredService<MoodMapService>().GetAsync(MoodMapRequest.OfLibrary(id, MoodMapRequest.DefaultMoods), CancellationToken.None);
            Print(id, view, map.Rows is { } rows && view.Runs.Count > 0 ? Evaluate(view, new HeardLibrary(map, rows, view.Log.Catalogue)) : []);
        }
    }

    private static List<RecommendCut> Evaluate(ListeningView view, HeardLibrary library)
    {
        var last = Said.LocalDay(DateTimeOffset.FromUnixTimeMilliseconds(view.Log.StartedMs[^1]), view.Zone);
        List<RecommendCut> cuts = [];
        for (var number = 1; number <= Cuts; number++)
        {
            var cut = last.AddDays(-HiddenDays * number);
            var known = view.Over(new Period(From: null, cut));
            if (PlayedNow.Of(known, library) is { } now)
            {
                cuts.Add(CutOf(view, known, library, now, cut));
            }
        }

        return cuts;
    }

    private static RecommendCut CutOf(ListeningView view, ListeningView known, HeardLibrary library, PlayedNow now, DateOnly cut)
    {
        var past = PastPlays.Of(known);
        var hidden = view.Over(new Period(cut.AddDays(1), cut.AddDays(HiddenDays))).Tracks;
        var before = view.Over(new Period(cut.AddDays(1 - OwnRecommender.SilentDays), cut)).Tracks;
        var loves = Enumerable.Range(0, view.Log.Catalogue.Tracks.Count).Where(recording => hidden.Plays[recording] >= LovePlays && before.Plays[recording] == 0).ToList();
        var again = loves.Where(recording => past.Plays(recording) > 0).ToHashSet();
        var candidates = OwnRecommender.Candidates(known, library, now, WantedSound.Of(now.Sound, [], []), new bool[view.Log.Catalogue.Tracks.Count]).ToList();
        HashSet<int> recommended = [.. Choice.Of(candidates, Places, CancellationToken.None).Select(chosen => chosen.Key)];
        HashSet<int> popular = [.. candidates.OrderByDescending(candidate => past.Plays(candidate.Key)).ThenBy(candidate => candidate.PublicId, StringComparer.Ordinal).Take(Places).Select(candidate => candidate.Key)];
        int[] drawn = [.. candidates.Select(candidate => candidate.Key)];
        new Random(cut.DayNumber).Shuffle(drawn);
        return new RecommendCut(again, loves.Count, [.. candidates.Select(candidate => candidate.Key)], recommended, popular, [.. drawn.Take(Places)]);
    }

    private static void Print(int listener, ListeningView view, List<RecommendCut> cuts)
    {
        var told = cuts.Where(static cut => cut.Loves.Count > 0).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"listener {listener}: {view.Log.Count:N0} plays; {told.Count} of {cuts.Count} cuts have loves, {told.Sum(static cut => cut.Loves.Count)} in all (and {cuts.Sum(static cut => cut.AllLoves - cut.Loves.Count)} of tracks never played before, which no list of old ones can name)"));
        if (told.Count == 0)
        {
            return;
        }

        var reachable = cuts.SelectMany(static cut => cut.Candidates).Distinct().Count();
        Print("recommended", told, reachable, cuts.SelectMany(static cut => cut.Recommended).Distinct().Count(), static cut => cut.Recall(cut.Recommended));
        Print("all-time plays", told, reachable, cuts.SelectMany(static cut => cut.Popular).Distinct().Count(), static cut => cut.Recall(cut.Popular));
        Print("chance", told, reachable, cuts.SelectMany(static cut => cut.Drawn).Distinct().Count(), static cut => cut.RecallByChance(Places));
    }

    private static void Print(string name, List<RecommendCut> cuts, int reachable, int named, Func<RecommendCut, double> recall)
    {
        double[] values = [.. cuts.Select(recall)];
        var random = new Random(5);
        double[] means = [.. Enumerable.Range(0, Resamples).Select(_ => Enumerable.Range(0, values.Length).Average(_ => values[random.Next(values.Length)])).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-14} recall@{Places} {values.Average():P1} ({means[(int)(Resamples * 0.025)]:P1} to {means[(int)(Resamples * 0.975)]:P1}), coverage {named} of {reachable} ({(double)named / reachable:P1})"));
    }
}
