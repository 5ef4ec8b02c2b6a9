using System.Globalization;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Storage.Archives;
using SpotifyDashboard.Storage.Failures;

namespace SpotifyDashboard.Operations.Backup;

/// <summary>The command <c>backup FILE.zip</c>: the whole database in one file. Safe beside a running server, and changes nothing.</summary>
internal static class BackupCommand
{
    /// <summary>The word that calls it.</summary>
    public const string Name = "backup";

    /// <summary>Runs the command on a host that is built but not started, whatever version the database is of.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="arguments">One path.</param>
    /// <param name="output">Where the outcome goes.</param>
    /// <param name="error">Where progress and a failure's sentence go.</param>
    /// <param name="cancellationToken">Ends the writing; nothing is left behind.</param>
    /// <returns>0 done, 1 failed with a sentence, 2 wrong use.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (arguments is not [var given] || given.Length == 0 || given.StartsWith('-'))
        {
            await error.WriteLineAsync("Usage: backup FILE.zip   (a file that is not there yet)");
            return 2;
        }

        var path = GivenPath.Resolve(given);
        try
        {
            var manifest = await services.GetRequiredService<DatabaseArchives>().BackUpAsync(path, new TerminalProgress(error).Report, cancellationToken);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Backed up {manifest.Rows:N0} rows ({manifest.RowsOf("plays"):N0} plays of {manifest.RowsOf("listeners"):N0} listeners) to {path}, {new FileInfo(path).Length / 1024.0 / 1024.0:0.0} MB, read back and checked."));
            return 0;
        }
        catch (ArchiveException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || StorageFailure.Of(exception) is not null)
        {
            await error.WriteLineAsync($"{path} could not be made: {StorageFailure.Of(exception)?.Text ?? exception.Message}");
            return 1;
        }
    }
}
