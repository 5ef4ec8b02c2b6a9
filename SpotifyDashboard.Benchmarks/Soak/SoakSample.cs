using System.Globalization;

namespace SpotifyDashboard.Benchmarks.Soak;

/// <summary>What the process holds after an hour of simulated time.</summary>
/// <param name="Hour">Hours since the start.</param>
/// <param name="HeapMb">What is left on the managed heap after a full collection.</param>
/// <param name="ResidentMb">Memory of the process that lies in RAM.</param>
/// <param name="Handles">Open files, sockets and pipes.</param>
/// <param name="Threads">Threads of the process.</param>
/// <param name="Plays">Plays stored so far.</param>
internal sealed record SoakSample(int Hour, double HeapMb, double ResidentMb, int Handles, int Threads, long Plays)
{
    public const string Header = "  hour   heap MB  resident MB  handles  threads     plays";

    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Hour,6} {HeapMb,9:0.00} {ResidentMb,12:0.0} {Handles,8} {Threads,8} {Plays,9:N0}");

    /// <summary>What this process holds now.</summary>
    public static SoakSample Take(int hour, long plays)
    {
        // Twice, with the finalizers between: what only waits for them is not held.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new SoakSample(
            hour,
            GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024.0,
            process.WorkingSet64 / 1024.0 / 1024.0,
            Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : process.HandleCount,
            process.Threads.Count,
            plays);
    }
}
