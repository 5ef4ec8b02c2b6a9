using System.Globalization;
using SpotifyDashboard.Storage.Archives;

namespace SpotifyDashboard.Operations.Backup;

/// <summary>Progress of a command: one line for each step, and one for each tenth.</summary>
internal sealed class TerminalProgress(TextWriter output)
{
    private string _step = "";
    private long _tenth = -1;

    /// <summary>Writes a line where there is something new to say.</summary>
    public void Report(ArchiveProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var phase = progress.Step.Split(' ')[0];
        var tenth = progress.Total == 0 ? 10 : progress.Done * 10 / progress.Total;
        if (phase != _step || tenth != _tenth)
        {
            (_step, _tenth) = (phase, tenth);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{progress.Step}: {progress.Done:N0} of {progress.Total:N0} rows"));
        }
    }
}
