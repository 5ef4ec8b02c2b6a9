using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SpotifyDashboard.Benchmarks;

/// <summary>scikit-learn on the same songs, by a Python script that prints one JSON line per operation (its name and median seconds).</summary>
internal static class LearningRival
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Lets the script do some operations once each, after a warm-up of its own.</summary>
    /// <returns>Milliseconds by operation.</returns>
    /// <exception cref="InvalidOperationException">The script failed; the message is what it said.</exception>
    public static async Task<Dictionary<string, double>> RunAsync(string script, int rows, IEnumerable<string> operations)
    {
        var count = rows.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(new ProcessStartInfo(Python, [script, "--rows", count, "--rounds", "1", "--only", string.Join(',', operations)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{Python} did not start.");
        var faults = process.StandardError.ReadToEndAsync();
        var milliseconds = new Dictionary<string, double>(StringComparer.Ordinal);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            using var answer = JsonDocument.Parse(line);
            milliseconds[answer.RootElement.GetProperty("operation").GetString() ?? ""] = 1000 * answer.RootElement.GetProperty("median").GetDouble();
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? milliseconds : throw new InvalidOperationException(await faults);
    }
}
