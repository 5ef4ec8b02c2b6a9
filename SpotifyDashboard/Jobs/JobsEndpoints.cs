using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Jobs;

/// <summary>Long work over HTTP: what runs, how far it is, and cancelling it.</summary>
internal static class JobsEndpoints
{
    public static IEndpointRouteBuilder MapJobs(this IEndpointRouteBuilder endpoints)
    {
        var jobs = endpoints.MapGroup("/api/jobs").WithTags("Jobs").WithQueryRules();
        jobs.MapGet("", ListAsync).WithSummary("The latest jobs, newest first.");
        jobs.MapGet("{id:guid}", FindAsync).WithSummary("One job as it stands now.");
        jobs.MapDelete("{id:guid}", CancelAsync).WithSummary("Cancels a job; what it stored so far stays.");
        return endpoints;
    }

    private static async Task<Ok<IReadOnlyList<JobView>>> ListAsync(JobRunner jobs, CancellationToken cancellationToken) =>
        TypedResults.Ok(await jobs.ListAsync(listenerId: null, cancellationToken));

    private static async Task<Results<Ok<JobView>, ProblemHttpResult>> FindAsync(Guid id, JobRunner jobs, CancellationToken cancellationToken) =>
        await jobs.FindAsync(id, cancellationToken) is { } job ? TypedResults.Ok(job) : NoSuchJob(id);

    private static async Task<Results<Ok<JobView>, ProblemHttpResult>> CancelAsync(Guid id, JobRunner jobs, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(id, cancellationToken) is not { } job)
        {
            return NoSuchJob(id);
        }

        if (!await jobs.CancelAsync(id, cancellationToken))
        {
            return TypedResults.Problem($"The job {id} has already ended.", statusCode: StatusCodes.Status409Conflict);
        }

        return TypedResults.Ok(await jobs.FindAsync(id, cancellationToken) ?? job);
    }

    private static ProblemHttpResult NoSuchJob(Guid id) =>
        TypedResults.Problem($"There is no job {id}; GET /api/jobs lists the latest.", statusCode: StatusCodes.Status404NotFound);
}
