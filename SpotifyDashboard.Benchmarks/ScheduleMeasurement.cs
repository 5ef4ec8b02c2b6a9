using System.Globalization;
using SpotifyDashboard.Tests.Ingest.Live.Year;

namespace SpotifyDashboard.Benchmarks;

/// <summary>
/// Simulates a year of polling by each schedule and prints the worst of many seeds:
/// <c>dotnet run -c Release --project SpotifyDashboard.Benchmarks -- schedule [seeds] [days]</c>.
/// </summary>
internal static class ScheduleMeasurement
{
    public const string Name = "schedule";

    private const int Seeds = 100;
    private const int Days = 365;

    private static readonly (string Name, TimeSpan? Interval)[] s_schedules =
    [
        ("Auto", null), ("60 s", TimeSpan.FromMinutes(1)), ("2 min", TimeSpan.FromMinutes(2)), ("30 min", TimeSpan.FromMinutes(30)),
    ];

    private static readonly (string Name, YearHabit[] Habits)[] s_households =
    [
        .. Enum.GetValues<YearHabit>().Select(habit => (habit.ToString(), (YearHabit[])[habit])),
        ("all five", Enum.GetValues<YearHabit>()),
    ];

    public static bool TryRun(string[] args)
    {
        if (args is not [Name, .. var sizes])
        {
            return false;
        }

        var numbers = sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToList();
        Measure(numbers.ElementAtOrDefault(0) is > 0 and var seeds ? seeds : Seeds, numbers.ElementAtOrDefault(1) is > 0 and var days ? days : Days);
        return true;
    }

    private static void Measure(int seeds, int days)
    {
        Console.WriteLine($"{days} days, the worst of {seeds} seeds: plays lost in a year, calls in a day.");
        Console.WriteLine("lost: by the schedule / in outages with fewer than 50 plays between the good polls / with 50 or more / shown too late by Spotify");
        foreach (var (household, habits) in s_households)
        {
            foreach (var (schedule, interval) in s_schedules)
            {
                var worst = Enumerable.Range(1, seeds)
                    .AsParallel()
                    .Select(seed => YearRun.Follow(YearWorld.Create(seed, days, habits), interval))
                    .Aggregate(YearReport.Worse);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{household,-12} {schedule,-7} lost {worst.LostUnasked,4} / {worst.LostInShortOutages,2} / {worst.LostInOutages,4} / {worst.LostLate,4}   calls a day {worst.MeanCalls,6:0} mean, {worst.MostCalls,5} worst day   stored after {worst.MeanDelay,5:0.0} min"));
            }
        }
    }
}
