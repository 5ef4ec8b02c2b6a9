using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Benchmarks.Growth;

/// <summary>
/// Many listeners in one database, filled by the database itself: <c>-- growth --listeners N --plays M --database FILE</c>, or a connection string of PostgreSQL instead of the file.
/// The database must be new; it is left behind. A second run with <c>--filled</c> only reads.
/// </summary>
internal static class GrowthMeasurement
{
    private const string Name = "growth";
    private const int Logs = 300;
    private const int Rounds = 5;

    public static async Task<bool> TryRunAsync(string[] args)
    {
        if (args is not [Name, .. var rest])
        {
            return false;
        }

        var (listeners, plays, database) = (Number(rest, "--listeners"), Number(rest, "--plays"), Option(rest, "--database"));
        using var program = Program(database);
        var watch = Stopwatch.StartNew();
        await program.Services.PrepareDatabaseAsync(CancellationToken.None);
        Say($"schema ready after {watch.Elapsed.TotalSeconds:0.00} s");
        await using (var fill = await GrowthDatabase.OpenAsync(program.Services, listeners))
        {
            if (!rest.Contains("--filled", StringComparer.Ordinal))
            {
                await FillAsync(fill, listeners, plays);
            }

            foreach (var (relation, bytes) in await fill.SizesAsync())
            {
                var rows = (long)listeners * plays;
                Say($"  {relation,-32} {bytes / 1e6,10:N1} MB{(rows > 0 ? string.Create(CultureInfo.InvariantCulture, $", {(double)bytes / rows,6:0.0} bytes a play") : "")}");
            }
        }

        await AskAsync(program.Services);
        await LoadAsync(program.Services, listeners, plays);
        return true;
    }

    private static async Task FillAsync(GrowthDatabase fill, int listeners, int plays)
    {
        var watch = Stopwatch.StartNew();
        await fill.AddListenersAsync();
        Say($"{listeners:N0} listeners after {watch.Elapsed.TotalSeconds:0.0} s");
        if (plays == 0)
        {
            return;
        }

        watch.Restart();
        for (var listener = 1; listener <= listeners; listener++)
        {
            await fill.AddPlaysAsync(listener, plays);
        }

        await fill.FinishAsync();
        Say($"{(long)listeners * plays:N0} plays and their sightings in {watch.Elapsed.TotalSeconds:0} s ({(long)listeners * plays / watch.Elapsed.TotalSeconds:N0} a second)");
    }

    /// <summary>What is asked at every wake, for every poll and every second.</summary>
    private static async Task AskAsync(IServiceProvider services)
    {
        var (turns, budget) = (services.GetRequiredService<PollTurns>(), services.GetRequiredService<CallBudget>());
        var watcher = services.GetRequiredService<ChangeWatcher>();
        await TimeAsync("who is due (once a wake)", async () => $"{(await turns.DueAsync(CancellationToken.None)).Count:N0} due");
        await TimeAsync("calls left (once a poll)", async () => $"{(await budget.LeftForAsync(CallPriority.Poll, 1, CancellationToken.None)).Left} left");
        await TimeAsync("changes of other processes (once a second)", async () =>
        {
            await watcher.CatchUpAsync(CancellationToken.None);
            return "compared";
        });
    }

    private static async Task LoadAsync(IServiceProvider services, int listeners, int plays)
    {
        if (plays == 0)
        {
            return;
        }

        var logs = services.GetRequiredService<ListeningLogs>();
        var random = new Random(1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        List<double> times = [];
        for (var i = 0; i < Math.Min(Logs, listeners); i++)
        {
            var watch = Stopwatch.StartNew();
            var log = await logs.GetAsync(1 + random.Next(listeners), CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (i == 0)
            {
                Say($"first log: {log.Count:N0} plays, {log.Catalogue.Tracks.Count:N0} tracks in {times[0]:0} ms; counted as {log.SizeBytes / 1e6:0.0} MB, takes {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0.0} MB");
            }
        }

        times.Sort();
        Say($"{times.Count} logs asked for: median {times[times.Count / 2]:0} ms, p95 {times[times.Count * 95 / 100]:0} ms; held: {logs.Describe()} heap {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} MB, process {Environment.WorkingSet / 1e6:0} MB");
    }

    private static async Task TimeAsync(string what, Func<Task<string>> ask)
    {
        var answer = await ask();
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Rounds; i++)
        {
            answer = await ask();
        }

        Say($"{what}: {watch.Elapsed.TotalMilliseconds / Rounds:0.0} ms, {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Rounds:0.0} ms of this process's processor time; {answer}");
    }

    private static IHost Program(string database)
    {
        var isPostgres = database.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        return MeasuredProgram.Build(
            new("Database:Provider", isPostgres ? "Postgres" : "Sqlite"),
            new("ConnectionStrings:Dashboard", isPostgres ? database : $"Data Source={Path.GetFullPath(database)}"));
    }

    private static int Number(string[] args, string name) => int.Parse(Option(args, name), CultureInfo.InvariantCulture);

    private static string Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : throw new ArgumentException($"{name} is missing.", nameof(args));

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
