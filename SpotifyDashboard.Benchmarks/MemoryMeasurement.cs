using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Many listeners at once: <c>-- memory 50 100000</c> opens the log of each of fifty listeners, over and over, and prints what the process holds.</summary>
internal static class MemoryMeasurement
{
    private const string Name = "memory";
    private const int Rounds = 3;
    private const double BytesPerMb = 1024 * 1024;

    public static async Task<bool> TryRunAsync(string[] args)
    {
        if (args is not [Name, var listeners, var plays])
        {
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("dashboard-memory-").FullName;
        try
        {
            await MeasureAsync(Path.Combine(folder, "dashboard.db"), int.Parse(listeners, CultureInfo.InvariantCulture), int.Parse(plays, CultureInfo.InvariantCulture));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return true;
    }

    private static async Task MeasureAsync(string file, int listeners, int plays)
    {
        var database = new StatisticsDatabase(file);
        database.Fill(plays);
        for (var listener = 2; listener <= listeners; listener++)
        {
            database.AddListener(listener, plays);
        }

        using var logs = new ListeningLogs(new ListeningLogLoader(database), Options.Create(new ListeningLogOptions()), new PlaysChanged(), new ListenerGone());
        var highest = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            for (var listener = 1; listener <= listeners; listener++)
            {
                var log = await logs.GetAsync(listener, CancellationToken.None);
                _ = TrackTotals.Of(log, [new LogRun(0, log.Count, 0)], CountedPlays.Of(log, CountingRule.Default));
                using var process = Process.GetCurrentProcess();
                highest = Math.Max(highest, process.WorkingSet64 / BytesPerMb);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{listeners} listeners of {plays:N0} plays, opened {Rounds} times each: at most {highest:N0} MB in all; {logs.Describe()}"));
    }
}
