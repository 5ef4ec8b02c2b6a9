using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Runs an import as a job. Run again with the same job, it goes on behind the last finished file.</summary>
internal sealed class ImportJobHandler(HistoryImporter importer, UploadFolder uploads) : IJobHandler
{
    public const string JobKind = "import";

    /// <inheritdoc/>
    public string Kind => JobKind;

    /// <inheritdoc/>
    public async Task<object?> RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var input = ImportJobInput.Parse(job.Input);
        if (input.AreTemporary && input.Files.Any(static file => !File.Exists(file.Path)))
        {
            // Uploads wait on the disk of the replica that took them, and another one took the job over.
            throw new WorkElsewhereException("The uploaded files lie on a server that has stopped. Upload them again; what was stored of them stays and is not stored twice.");
        }

        try
        {
            return await importer.RunAsync(
                job.Id, job.ListenerId, input.Files, progress => job.Report(progress.Step, progress.Done, progress.Total), cancellationToken);
        }
        catch (ImportException exception)
        {
            throw new JobFailedException(exception.Message, exception.Result, exception);
        }
    }

    /// <inheritdoc/>
    public Task EndedAsync(JobContext job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var input = ImportJobInput.Parse(job.Input);
        if (input.AreTemporary)
        {
            uploads.Remove(input.Files);
        }

        return Task.CompletedTask;
    }
}
