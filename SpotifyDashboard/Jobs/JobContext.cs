namespace SpotifyDashboard.Jobs;

/// <summary>A running job as its handler sees it.</summary>
public sealed class JobContext
{
    private readonly Action<JobProgress> _report;

    internal JobContext(Guid id, int listenerId, string? input, Action<JobProgress> report)
    {
        Id = id;
        ListenerId = listenerId;
        Input = input;
        _report = report;
    }

    /// <summary>The job's number.</summary>
    public Guid Id { get; }

    /// <summary>Whose job it is.</summary>
    public int ListenerId { get; }

    /// <summary>What <see cref="JobRunner.EnqueueAsync"/> was given (JSON), or null.</summary>
    public string? Input { get; }

    /// <summary>Says how far the work is. Cheap: it may be called for every row.</summary>
    /// <param name="step">What is being done, in words.</param>
    /// <param name="done">Units done.</param>
    /// <param name="total">Units in all, or null.</param>
    public void Report(string step, long done, long? total = null) => _report(new JobProgress(step, done, total));
}
