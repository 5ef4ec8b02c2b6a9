using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SpotifyDashboard.Jobs;

/// <summary>Names who holds a job: machine, process id, start of the process and one runner in it, so that a successor is told apart.</summary>
internal static class JobOwner
{
    /// <summary>How long a holder on another machine may be silent; every runner gives a sign of life several times in it.</summary>
    private static readonly TimeSpan s_silence = TimeSpan.FromMinutes(2);

    /// <summary>The clock may be set while a process runs, and the start is reckoned from it; process ids are not used again that fast.</summary>
    private static readonly TimeSpan s_clockStep = TimeSpan.FromSeconds(30);

    /// <summary>A name for a runner of this process.</summary>
    public static string Create()
    {
        using var process = Process.GetCurrentProcess();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime():O}/{Guid.NewGuid():N}");
    }

    /// <summary>Whether <paramref name="owner"/> may still be working on a job.</summary>
    /// <param name="owner">The name in the job's row; null where it was let go.</param>
    /// <param name="silence">How long ago the row last changed: all that is known of another machine.</param>
    public static bool MayBeAlive(string? owner, TimeSpan silence)
    {
        if (owner?.Split('/') is not [var machine, var idText, var startText, _]
            || !int.TryParse(idText, CultureInfo.InvariantCulture, out var id)
            || !DateTime.TryParse(startText, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var start))
        {
            return false;
        }

        return machine == Environment.MachineName ? IsRunning(id, start) : silence < s_silence;
    }

    private static bool IsRunning(int id, DateTime start)
    {
        try
        {
            using var process = Process.GetProcessById(id);

            // In a container every process is number 1: the one that looks knows its own start exactly.
            var tolerance = id == Environment.ProcessId ? TimeSpan.FromSeconds(1) : s_clockStep;
            return (process.StartTime.ToUniversalTime() - start).Duration() <= tolerance;
        }
        catch (Win32Exception)
        {
            // It runs, and its start may not be looked at.
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // No such process, or it ended while being looked at.
            return false;
        }
    }
}
