using System.Diagnostics;
using System.Globalization;

namespace SpotifyDashboard.Benchmarks;

/// <summary>
/// The learning beside scikit-learn's, alternating round by round: <c>-- learning [--against sklearn_times.py] [--rows 32833] [--rounds 5]</c>.
/// Without a script ours alone.
/// </summary>
/// <remarks>
/// Medians of one machine at one time: on one that does other work besides, only the ratios mean something. The rival runs in a process of its own
/// each round, which warms up first; ours is warmed up before the first round.
/// </remarks>
internal static class LearningMeasurement
{
    private const string Name = "learning";
    private const int DefaultRows = 32_833;
    private const int DefaultRounds = 5;
    private const int FirstSeed = 42;

    private static readonly string[] s_rivalOnAll = ["scaler", "pca", "kmeans", "cosine", "forest"];
    private static readonly string[] s_rivalOnPart = ["pairs"];

    public static async Task<bool> TryRunAsync(string[] args)
    {
        if (args is not [Name, .. var options])
        {
            return false;
        }

        var (script, rows, rounds) = (default(string), DefaultRows, DefaultRounds);
        for (var i = 0; i < options.Length; i += 2)
        {
            var value = i + 1 < options.Length ? options[i + 1] : "";
            switch (options[i])
            {
                case "--against":
                    script = value;
                    break;
                case "--rows":
                    rows = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "--rounds":
                    rounds = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                default:
                    throw new ArgumentException($"The measurement has no option {options[i]}.", nameof(args));
            }
        }

        await MeasureAsync(script, rows, rounds);
        return true;
    }

    private static async Task MeasureAsync(string? script, int rows, int rounds)
    {
        var work = LearningWork.Of(rows);
        foreach (var item in work)
        {
            item.Run(FirstSeed - 1);
        }

        var ours = work.ToDictionary(item => item.Name, _ => new List<double>(), StringComparer.Ordinal);
        var rival = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var item in work)
            {
                ours[item.Name].Add(Time(item, FirstSeed + round));
            }

            if (script is not null)
            {
                Collect(rival, await LearningRival.RunAsync(script, rows, s_rivalOnAll));
                Collect(rival, await LearningRival.RunAsync(script, work.Single(item => item.Name is "pairs").Rows, s_rivalOnPart));
            }
        }

        // Thirty starts stand against the rival's ten, on purpose.
        rival["kmeans, 30 starts"] = rival.GetValueOrDefault("kmeans") ?? [];
        Say($"| work | rows | ours ms | rival ms | ratio |\n|---|--:|--:|--:|--:|");
        foreach (var item in work)
        {
            var (mine, its) = (Median(ours[item.Name]), rival.GetValueOrDefault(item.Name) is { Count: > 0 } times ? Median(times) : (double?)null);
            Say($"| {item.Name} | {item.Rows:N0} | {mine:N2} | {its:N1} | {its / mine:N1} |");
        }
    }

    private static void Collect(Dictionary<string, List<double>> rival, Dictionary<string, double> round)
    {
        foreach (var (name, milliseconds) in round)
        {
            rival.TryAdd(name, []);
            rival[name].Add(milliseconds);
        }
    }

    private static double Time(LearningWork work, int seed)
    {
        var watch = Stopwatch.StartNew();
        work.Run(seed);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
