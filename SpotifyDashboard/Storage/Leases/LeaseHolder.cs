using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SpotifyDashboard.Storage.Leases;

/// <summary>Names who holds something: machine, process id, start of the process and a number of its own, so that a successor is told apart.</summary>
internal static class LeaseHolder
{
    /// <summary>The clock may be set while a process runs, and the start is reckoned from it; process ids are not used again that fast.</summary>
    private static readonly TimeSpan s_clockStep = TimeSpan.FromSeconds(30);

    /// <summary>A name for a holder in this process.</summary>
    public static string Create()
    {
        using var process = Process.GetCurrentProcess();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime():O}/{Guid.NewGuid():N}");
    }

    /// <summary>Whether <paramref name="holder"/> certainly holds nothing any more: a dead process of this machine, or no name at all.</summary>
    /// <remarks>Of another machine nothing is known; its lease ends by itself.</remarks>
    public static bool IsGone(string? holder)
    {
        if (holder?.Split('/') is not [var machine, var idText, var startText, _]
            || !int.TryParse(idText, CultureInfo.InvariantCulture, out var id)
            || !DateTime.TryParse(startText, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var start))
        {
            return true;
        }

        return machine == Environment.MachineName && !IsRunning(id, start);
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
