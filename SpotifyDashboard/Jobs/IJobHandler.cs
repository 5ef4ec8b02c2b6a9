namespace SpotifyDashboard.Jobs;

/// <summary>Does one kind of long work.</summary>
public interface IJobHandler
{
    /// <summary>The name of the kind, for example <c>import</c>.</summary>
    string Kind { get; }

    /// <summary>Does the work. After a restart it is called again with the same input: it must go on, or begin anew without harm.</summary>
    /// <param name="job">Input, and the way to report progress.</param>
    /// <param name="cancellationToken">Ends when the listener cancels or the program stops.</param>
    /// <returns>The result, written as JSON in camelCase; or null.</returns>
    /// <exception cref="JobFailedException">The work can't be done; the message tells the listener why, in a sentence.</exception>
    /// <exception cref="WorkElsewhereException">Another replica can do it, this one can't.</exception>
    Task<object?> RunAsync(JobContext job, CancellationToken cancellationToken);

    /// <summary>Called once a job has ended in whatever way, to clear away what its input needed.</summary>
    /// <param name="job">The job that ended.</param>
    Task EndedAsync(JobContext job) => Task.CompletedTask;
}
