using System.Diagnostics;
using System.Globalization;

namespace SpotifyDashboard.Jobs;

/// <summary>Names a process in a way that its successor with the same process id does not share.</summary>
internal static class JobOwner
{
    /// <summary>This process: machine, process id and start time.</summary>
    public static string Current { get; } = Describe(Environment.ProcessId, Process.GetCurrentProcess().StartTime);

    /// <summary>Whether the process that wrote <paramref name="owner"/> may still be running.</summary>
    /// <remarks>Of another machine nothing is known, so its job is left alone.</remarks>
    public static bool MayBeAlive(string? owner)
    {
        if (owner is null || owner.Split('/') is not [var machine, var id, _])
        {
            return false;
        }

        if (machine != Environment.MachineName)
        {
            return true;
        }

        try
        {
            using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            return Describe(process.Id, process.StartTime) == owner;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // No such process, or it ended while being looked at.
            return false;
        }
    }

    private static string Describe(int id, DateTime start) =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{id}/{start.ToUniversalTime():yyyyMMddHHmmss}");
}
