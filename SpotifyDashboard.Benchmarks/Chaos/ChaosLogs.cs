using System.Text.RegularExpressions;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>What the servers logged as warnings and errors, counted by message.</summary>
internal static partial class ChaosLogs
{
    private const int Length = 170;

    public static IEnumerable<(string Line, int Count)> Read(IEnumerable<string> files) => files
        .SelectMany(File.ReadLines)
        .Select(line => Warning().Match(line))
        .Where(match => match.Success)
        .Select(match => Numbers().Replace(match.Groups["text"].Value, "#"))
        .Select(line => line.Length > Length ? line[..Length] : line)
        .GroupBy(line => line, StringComparer.Ordinal)
        .Select(lines => (lines.Key, lines.Count()))
        .OrderByDescending(line => line.Item2);

    [GeneratedRegex(@"^\d\d:\d\d:\d\d (warn|fail|crit): (?<text>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Warning();

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
