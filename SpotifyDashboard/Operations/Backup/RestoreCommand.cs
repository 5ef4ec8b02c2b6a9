using System.Globalization;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Archives;
using SpotifyDashboard.Storage.Failures;

namespace SpotifyDashboard.Operations.Backup;

/// <summary>The command <c>restore FILE.zip [--replace]</c>: puts a backup in the place of the database, with the dashboard stopped.</summary>
internal static class RestoreCommand
{
    /// <summary>The word that calls it.</summary>
    public const string Name = "restore";

    private const string Replace = "--replace";

    /// <summary>Runs the command on a host that is built but not started; the database is as it was found.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="arguments">One path, and <c>--replace</c> where a history may be replaced.</param>
    /// <param name="output">Where the outcome goes.</param>
    /// <param name="error">Where progress and a failure's sentence go.</param>
    /// <param name="cancellationToken">Ends it; the database stays as it was.</param>
    /// <returns>0 done, 1 failed with a sentence, 2 wrong use.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var paths = arguments.Where(argument => argument != Replace).ToList();
        if (paths is not [var given] || given.Length == 0 || given.StartsWith('-') || arguments.Count > paths.Count + 1)
        {
            await error.WriteLineAsync("Usage: restore FILE.zip [--replace]   (stop the dashboard first)");
            return 2;
        }

        var path = GivenPath.Resolve(given);
        if (!File.Exists(path))
        {
            await error.WriteLineAsync($"There is no file {path}.");
            return 1;
        }

        try
        {
            var outcome = await services.GetRequiredService<DatabaseArchives>()
                .RestoreAsync(path, replaces: arguments.Count > paths.Count, new TerminalProgress(error).Report, cancellationToken);

            // A backup of an earlier version has its schema; what came since is applied as at any start.
            await services.PrepareDatabaseAsync(cancellationToken);
            await output.WriteLineAsync(Words(outcome));
            return 0;
        }
        catch (ArchiveException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || StorageFailure.Of(exception) is not null)
        {
            await error.WriteLineAsync($"{path} could not be restored: {StorageFailure.Of(exception)?.Text ?? exception.Message}");
            return 1;
        }
    }

    private static string Words(RestoreOutcome outcome)
    {
        var (manifest, aside) = outcome;
        var restored = string.Create(
            CultureInfo.InvariantCulture,
            $"Restored {manifest.Rows:N0} rows ({manifest.RowsOf("plays"):N0} plays of {manifest.RowsOf("listeners"):N0} listeners) as they were at {manifest.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, compared row by row.");
        return aside is null ? restored : $"{restored} What was there before is kept as {aside}.";
    }
}
