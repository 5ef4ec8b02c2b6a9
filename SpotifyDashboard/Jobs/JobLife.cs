using SpotifyDashboard.Storage.Failures;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Jobs;

/// <summary>Leads one job from its turn to its end and keeps its row and the open pages informed.</summary>
internal sealed partial class JobLife(
    JobStore store, JobsChanged jobsChanged, LeaseScope leases, StorageCondition storage, TimeProvider time, ILogger logger, string owner)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(1);

    /// <summary>A replica that is started anew is back by then.</summary>
    private static readonly TimeSpan s_comesBack = TimeSpan.FromMinutes(10);

    /// <summary>Runs <paramref name="job"/> once <paramref name="turn"/> lets it. Never throws.</summary>
    public async Task LiveAsync(RunningJob job, IJobHandler handler, SemaphoreSlim turn)
    {
        await using var lease = job.Lease;
        using var inside = leases.Enter(lease);
        try
        {
            Tell(job);
            if (await WorkAsync(job, handler, turn) is { } end)
            {
                await EndAsync(job, handler, end);
            }
            else if (!job.IsTakenOver)
            {
                // The program stops, or another one has what the work needs; the job has not ended: whoever looks next takes it up.
                await store.ReleaseAsync(job.View.Id, owner, CancellationToken.None);
            }
        }
        catch (LeaseLostException)
        {
            LogTakenOver(handler.Kind, job.View.Id);
        }
        catch (Exception exception)
        {
            // The outermost frame of the job. Its row could not be written, so it still names this runner, which takes it up again.
            LogLost(exception, handler.Kind, job.View.Id);
        }
    }

    private async Task<JobEnd?> WorkAsync(RunningJob job, IJobHandler handler, SemaphoreSlim turn)
    {
        try
        {
            await turn.WaitAsync(job.Token);
            try
            {
                return new JobEnd(JobState.Succeeded, Message: null, JobEnd.ResultOf(await RunPatientlyAsync(job, handler)));
            }
            finally
            {
                turn.Release();
            }
        }
        catch (Exception exception) when (job.Token.IsCancellationRequested)
        {
            if (job.IsTakenOver)
            {
                LogTakenOver(handler.Kind, job.View.Id);
            }
            else if (exception is not OperationCanceledException)
            {
                LogFailedOnCancel(exception, handler.Kind, job.View.Id);
            }

            return job is { WasCancelledByListener: true, IsTakenOver: false } ? new JobEnd(JobState.Cancelled) : null;
        }
        catch (WorkElsewhereException exception) when (job.CanRunAgain && time.GetUtcNow() - job.View.CreatedAt < s_comesBack)
        {
            LogElsewhere(handler.Kind, job.View.Id, exception.Message);
            return null;
        }
        catch (JobFailedException exception)
        {
            return new JobEnd(JobState.Failed, exception.Message, JobEnd.ResultOf(exception.Result));
        }
        catch (Exception exception)
        {
            // Whatever went wrong is told to the listener and the log, and ends nothing else.
            LogFailed(exception, handler.Kind, job.View.Id);
            return new JobEnd(JobState.Failed, storage.Note(exception)?.Text ?? $"Something went wrong: {exception.Message}");
        }
    }

    /// <summary>Runs the work; where the disk is full or the database does not answer, waits and runs it again. A command is told at once instead.</summary>
    private async Task<object?> RunPatientlyAsync(RunningJob job, IJobHandler handler)
    {
        for (var pause = s_firstPause; ; pause = pause < s_longestPause / 2 ? pause * 2 : s_longestPause)
        {
            try
            {
                return await RunAsync(job, handler);
            }
            catch (Exception exception) when (job.CanRunAgain && !job.Token.IsCancellationRequested && storage.Note(exception) is { Passes: true } failure)
            {
                LogWaits(handler.Kind, job.View.Id, failure.Text, exception.GetBaseException().Message);
                job.View = job.View with { Message = failure.Text };
                Tell(job);
                await Task.Delay(pause, time, job.Token);
                job.View = job.View with { Message = null };
            }
        }
    }

    private async Task<object?> RunAsync(RunningJob job, IJobHandler handler)
    {
        job.View = job.View with { State = JobState.Running };
        if (!await store.MoveAsync(job.View, [JobState.Queued, JobState.Running], owner, job.Token))
        {
            // Cancelled by another process while it waited, or deleted with its listener.
            job.CancelByListener();
            job.Token.ThrowIfCancellationRequested();
        }

        Tell(job);
        await using (new JobReporting(job, store, jobsChanged, time, logger))
        {
            using var step = ProgramTrace.Begin(ProgramTrace.Job, handler.Kind);
            using var told = logger.BeginScope(LogScope.Of(("JobId", job.View.Id), ("Kind", handler.Kind), ("Listener", job.View.ListenerId)));
            var context = new JobContext(job.View.Id, job.View.ListenerId, job.Input, progress => job.Progress = progress);
            return await handler.RunAsync(context, job.Token);
        }
    }

    private async Task EndAsync(RunningJob job, IJobHandler handler, JobEnd end)
    {
        var last = job.Progress;
        var ended = job.View with
        {
            State = end.State,
            Message = end.Message,
            Step = last?.Step ?? job.View.Step,
            Done = last?.Done ?? job.View.Done,
            Total = last?.Total ?? job.View.Total,
            Result = end.Result,
        };
        await store.MoveAsync(ended, [JobState.Queued, JobState.Running, JobState.Cancelled], owner: null, CancellationToken.None);
        try
        {
            await handler.EndedAsync(new JobContext(ended.Id, ended.ListenerId, job.Input, static _ => { }));
        }
        catch (Exception exception)
        {
            // The work itself is done and stored; what could not be cleared away does not undo that.
            LogNotCleared(exception, handler.Kind, ended.Id);
        }

        // Shown as ended only now: whoever sees it may rely on what is stored and cleared away.
        job.View = ended;
        Tell(job);
    }

    private void Tell(RunningJob job)
    {
        try
        {
            jobsChanged.Publish(job.View);
        }
        catch (Exception exception)
        {
            // A page that can't show the news is no reason for the job to fail.
            LogNotTold(exception, job.View.Id);
        }
    }

    [LoggerMessage(LogLevel.Error, "The {Kind} {JobId} failed")]
    private partial void LogFailed(Exception exception, string kind, Guid jobId);

    [LoggerMessage(LogLevel.Warning, "Another process has taken over the {Kind} {JobId}; this one leaves it alone")]
    private partial void LogTakenOver(string kind, Guid jobId);

    [LoggerMessage(LogLevel.Warning, "The {Kind} {JobId} waits and is run again: {Failure} ({Reason})")]
    private partial void LogWaits(string kind, Guid jobId, string failure, string reason);

    [LoggerMessage(LogLevel.Information, "The {Kind} {JobId} is left to the replica that can do it: {Reason}")]
    private partial void LogElsewhere(string kind, Guid jobId, string reason);

    [LoggerMessage(LogLevel.Warning, "The {Kind} {JobId} was being ended and failed on the way")]
    private partial void LogFailedOnCancel(Exception exception, string kind, Guid jobId);

    [LoggerMessage(LogLevel.Error, "The end of the {Kind} {JobId} could not be stored; it will be taken up again")]
    private partial void LogLost(Exception exception, string kind, Guid jobId);

    [LoggerMessage(LogLevel.Warning, "What the {Kind} {JobId} needed could not be cleared away")]
    private partial void LogNotCleared(Exception exception, string kind, Guid jobId);

    [LoggerMessage(LogLevel.Warning, "A page could not be told of the job {JobId}")]
    private partial void LogNotTold(Exception exception, Guid jobId);
}
