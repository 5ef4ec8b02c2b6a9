using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Ingest.Live;

namespace SpotifyDashboard.Ingest;

/// <summary>The commands of this feature.</summary>
internal static class IngestCommands
{
    /// <summary>Runs the command that the arguments call.</summary>
    /// <returns>Its exit code; null where they call none of these.</returns>
    public static async Task<int?> TryRunAsync(IServiceProvider services, string[] arguments) => arguments switch
    {
        [ImportCommand.Name, .. var files] => await ImportCommand.RunAsync(services, files),
        [SimulateCommand.Name, .. var rest] => await SimulateCommand.RunAsync(services, rest, Console.Out, Console.Error, CancellationToken.None),
        _ => null,
    };
}
