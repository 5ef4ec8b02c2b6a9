using System.Diagnostics;
using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Log loads, each in a process of its own: <c>-- load 134000 500000 1000000</c>; <c>-- database FILE PLAYS</c> keeps such a database.</summary>
internal static class LoadMeasurement
{
    private const string Name = "load";
    private const string DatabaseName = "database";

    public static bool TryRun(string[] args)
    {
        switch (args)
        {
            case [Name, .. var sizes]:
                foreach (var plays in sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
                {
                    Measure(plays);
                }

                return true;
            case [DatabaseName, var file, var plays]:
                new StatisticsDatabase(file).Fill(int.Parse(plays, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }

    private static void Measure(int plays)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-load-").FullName;
        try
        {
            var database = new StatisticsDatabase(Path.Combine(folder, "dashboard.db"));
            database.Fill(plays);
            var loader = new ListeningLogLoader(database);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var round = 1; round <= 5; round++)
            {
                var watch = Stopwatch.StartNew();
                var log = loader.Load(1, null, CancellationToken.None);
                var loaded = watch.Elapsed;
                var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
                database.AddPlay();
                watch.Restart();
                var extended = loader.Load(1, log, CancellationToken.None);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{plays:N0} plays, run {round}: loaded in {loaded.TotalMilliseconds:N0} ms ({log.Count / loaded.TotalSeconds:N0} plays/s), {bytes / 1e6:N1} MB with catalogue; one more play in {watch.Elapsed.TotalMilliseconds:N0} ms"));
                GC.KeepAlive(extended);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
