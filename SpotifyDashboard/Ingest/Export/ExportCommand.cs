using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Export;

/// <summary>The command <c>export FILE.json</c>: writes the whole history. Safe beside a running server.</summary>
internal static class ExportCommand
{
    /// <summary>The word that calls it.</summary>
    public const string Name = "export";

    /// <summary>Runs the command on a host that is built but not started; the database is up to date.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="arguments">One path.</param>
    /// <param name="output">Where the outcome goes.</param>
    /// <param name="error">Where a failure's sentence goes.</param>
    /// <param name="cancellationToken">Ends the writing; nothing is left behind.</param>
    /// <returns>0 done, 1 failed with a sentence, 2 wrong use.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (arguments is not [var given] || given.Length == 0 || given.StartsWith('-'))
        {
            await error.WriteLineAsync("Usage: export FILE.json   (a file that is not there yet)");
            return 2;
        }

        var path = GivenPath.Resolve(given);
        if (Path.Exists(path))
        {
            await error.WriteLineAsync($"{path} is there already; name a new file, so that nothing is overwritten.");
            return 1;
        }

        try
        {
            var listener = await services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(cancellationToken);
            var rows = await WriteAsync(services.GetRequiredService<HistoryExport>(), listener?.Id ?? 0, path, cancellationToken);
            await output.WriteLineAsync($"Wrote {rows:N0} rows to {path}.");
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{path} can't be written: {exception.Message}");
            return 1;
        }
    }

    /// <summary>Writes beside the file and gives it its name at the end: nobody ever meets half an export under it.</summary>
    private static async Task<long> WriteAsync(HistoryExport export, int listenerId, string path, CancellationToken cancellationToken)
    {
        var unfinished = path + ".part";
        try
        {
            long rows;
            await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous))
            {
                rows = await export.WriteAsync(listenerId, stream, cancellationToken);
                RandomAccess.FlushToDisk(stream.SafeFileHandle);
            }

            File.Move(unfinished, path, overwrite: false);
            return rows;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
