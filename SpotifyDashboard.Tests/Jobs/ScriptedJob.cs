using System.Collections.Concurrent;
using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Tests.Jobs;

/// <summary>A handler whose work is written in the test, and which remembers what it was asked to do.</summary>
internal sealed class ScriptedJob(string kind, Func<JobContext, CancellationToken, Task<object?>> work) : IJobHandler
{
    public string Kind => kind;

    /// <summary>The inputs of the runs, in order.</summary>
    public ConcurrentQueue<string?> Runs { get; } = new();

    /// <summary>The jobs whose end was told, in order.</summary>
    public ConcurrentQueue<Guid> Ended { get; } = new();

    /// <summary>Thrown when a job's end is told.</summary>
    public Exception? ErrorAtEnd { get; init; }

    public Task<object?> RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        Runs.Enqueue(job.Input);
        return work(job, cancellationToken);
    }

    public Task EndedAsync(JobContext job)
    {
        Ended.Enqueue(job.Id);
        return ErrorAtEnd is null ? Task.CompletedTask : Task.FromException(ErrorAtEnd);
    }
}
