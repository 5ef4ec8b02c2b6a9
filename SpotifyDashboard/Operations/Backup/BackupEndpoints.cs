using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.Backup;

/// <summary>Backups over HTTP, for whoever runs the house.</summary>
internal static class BackupEndpoints
{
    /// <summary>Adds commands' and server's backups.</summary>
    public static IServiceCollection AddBackup(this IServiceCollection services)
    {
        services.AddSingleton<BackupFolder>();
        services.AddSingleton<BackupFacts>();
        services.AddSingleton<BackupService>();
        services.AddSingleton<IJobHandler, BackupJobHandler>();
        services.AddHostedService<BackupSchedule>();
        return services;
    }

    public static IEndpointRouteBuilder MapBackup(this IEndpointRouteBuilder endpoints)
    {
        var backups = endpoints.MapGroup("/api/backups").WithTags("Status").WithQueryRules();
        backups.MapGet("", ListAsync).WithSummary("The backups in the folder, newest first, and when the next is taken. For the owner.").WithExample(BackupsAnswer.Example);
        backups.MapPost("", StartAsync).WithSummary("Takes a backup of the whole database into the folder, as a job. For the owner.");
        return endpoints;
    }

    private static async Task<Results<Ok<BackupsAnswer>, ProblemHttpResult>> ListAsync(
        BackupService backups, HttpContext http, CancellationToken cancellationToken) =>
        IsOwner(http) ? TypedResults.Ok(await backups.ReadAsync(cancellationToken)) : OwnersOnly();

    private static async Task<Results<Accepted<JobStarted>, ProblemHttpResult>> StartAsync(
        BackupService backups, ListenerDirectory listeners, HttpContext http, CancellationToken cancellationToken)
    {
        if (!IsOwner(http))
        {
            return OwnersOnly();
        }

        if (await listeners.FindCurrentAsync(cancellationToken) is not { IsDemo: false } listener)
        {
            return TypedResults.Problem("There is nothing of your own to back up yet: import your history or connect Spotify first.", statusCode: StatusCodes.Status409Conflict);
        }

        var job = await backups.StartAsync(listener.Id, cancellationToken);
        return TypedResults.Accepted($"/api/jobs/{job}", new JobStarted(job));
    }

    private static bool IsOwner(HttpContext http) => CurrentVisitor.Of(http) is { IsOwner: true };

    private static ProblemHttpResult OwnersOnly() =>
        TypedResults.Problem("A backup holds everybody's history, so only the owner of this dashboard may take or list one.", statusCode: StatusCodes.Status403Forbidden);
}
