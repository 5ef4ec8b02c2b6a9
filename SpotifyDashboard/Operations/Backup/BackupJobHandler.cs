using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage.Archives;
using SpotifyDashboard.Storage.Failures;

namespace SpotifyDashboard.Operations.Backup;

/// <summary>Takes a backup into the folder as a job, then lets the oldest go.</summary>
internal sealed class BackupJobHandler(DatabaseArchives archives, BackupFolder folder, BackupFacts facts, TimeProvider time) : IJobHandler
{
    public const string JobKind = "backup";

    /// <inheritdoc/>
    public string Kind => JobKind;

    /// <inheritdoc/>
    public async Task<object?> RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var path = folder.NewPath();
        try
        {
            var manifest = await archives.BackUpAsync(path, progress => job.Report(progress.Step, progress.Done, progress.Total), cancellationToken);
            await facts.NoteDoneAsync(time.GetUtcNow(), cancellationToken);
            return new BackupResult(Path.GetFileName(path), new FileInfo(path).Length, manifest.Rows, manifest.RowsOf("plays"), folder.Rotate());
        }
        catch (ArchiveException exception)
        {
            throw new JobFailedException(exception.Message, innerException: exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The folder's own disk, not the database's: nothing else has to wait for it.
            throw new JobFailedException(
                $"The backup could not be written to {folder.FullName}: {StorageFailure.Of(exception)?.Sentence ?? exception.Message} Earlier backups are untouched.",
                innerException: exception);
        }
    }
}
