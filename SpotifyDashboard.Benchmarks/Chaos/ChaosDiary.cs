using System.Globalization;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>What was done, with the time since the start; printed as it happens.</summary>
internal sealed class ChaosDiary
{
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Notes and prints one deed.</summary>
    /// <param name="kind">What is counted.</param>
    /// <param name="detail">What is printed beside.</param>
    public void Note(string kind, string detail = "")
    {
        Count(kind);
        Say($"{kind} {detail}");
    }

    /// <summary>Counts without a line.</summary>
    public void Count(string kind)
    {
        lock (_gate)
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>Prints a line.</summary>
    public void Say(string line) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(_start):mm\\:ss} {line}"));

    /// <summary>Everything counted, one line each.</summary>
    public IReadOnlyList<string> Summary()
    {
        lock (_gate)
        {
            return [.. _counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Value,6} × {count.Key}")];
        }
    }
}
