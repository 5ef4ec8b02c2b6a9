using System.Runtime.InteropServices;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>The command <c>import FILE…</c>: imports in this process and prints the ledger. Safe beside a running server.</summary>
internal static class ImportCommand
{
    /// <summary>The word that calls it.</summary>
    public const string Name = "import";

    /// <summary>Runs the command at a terminal; Ctrl+C cancels it.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> files)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        return await RunAsync(services, files, Console.Out, Console.Error, stop.Token);
    }

    /// <summary>Runs the command on a host that is built but not started; the database is up to date.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="files">Paths as given.</param>
    /// <param name="output">Where the ledger goes.</param>
    /// <param name="error">Where a failure's sentence goes.</param>
    /// <param name="cancellationToken">Ends the import; finished files stay.</param>
    /// <returns>0 done and balanced, 1 failed with a sentence, 2 wrong use.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services, IReadOnlyList<string> files, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (files.Count == 0 || files.Any(file => file.StartsWith('-')))
        {
            await error.WriteLineAsync("Usage: import FILE…   (the zip from Spotify, its JSON files, or a CSV of tracks)");
            return 2;
        }

        var paths = files.Select(GivenPath.Resolve).ToList();
        if (paths.Find(path => !File.Exists(path)) is { } missing)
        {
            await error.WriteLineAsync($"There is no file {missing}.");
            return 1;
        }

        var listener = await services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(cancellationToken);
        var input = new ImportJobInput([.. paths.Select(path => new ImportInput(path, Path.GetFileName(path)))], AreTemporary: false);
        var job = await services.GetRequiredService<JobRunner>().RunAsync(ImportJobHandler.JobKind, listener, input.ToJson(), cancellationToken);
        var result = ImportWords.ResultOf(job);
        if (result is not null)
        {
            await output.WriteAsync(LedgerTable.Of(result));
        }

        if (job.State == JobState.Succeeded && result is { Balances: true })
        {
            return 0;
        }

        await error.WriteLineAsync(job.Message ?? (job.State == JobState.Cancelled ? "The import was cancelled." : "The import did not finish."));
        return 1;
    }
}
