using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Jobs;

/// <summary>Keeps jobs in the database.</summary>
internal sealed class JobStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    private const int ListedJobs = 50;

    /// <summary>A job that is about to be queued.</summary>
    public static JobView NewJob(string kind, int listenerId, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), kind, JobState.Queued, Step: null, Done: 0, Total: null, Message: null, Result: null)
        {
            ListenerId = listenerId,
            CreatedAt = now,
        };

    public async Task AddAsync(JobView job, string? input, string owner, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Jobs.Add(new JobRow
        {
            Id = job.Id,
            ListenerId = job.ListenerId,
            Kind = job.Kind,
            State = Text(job.State),
            Input = input,
            Owner = owner,
            CreatedAt = job.CreatedAt,
            UpdatedAt = job.CreatedAt,
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<JobView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, cancellationToken);
        return row is null ? null : ViewOf(row);
    }

    /// <summary>The latest jobs, newest first.</summary>
    public async Task<IReadOnlyList<JobView>> ListAsync(int? listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Jobs.AsNoTracking()
            .Where(job => listenerId == null || job.ListenerId == listenerId)
            .OrderByDescending(job => job.CreatedAt)
            .Take(ListedJobs)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(ViewOf);
    }

    /// <summary>Rows that have not ended, oldest first.</summary>
    public async Task<IReadOnlyList<JobRow>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Open(context).AsNoTracking()
            .OrderBy(job => job.CreatedAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Makes <paramref name="owner"/> the holder of an unfinished job; false where its row changed hands or ended meanwhile.</summary>
    public async Task<bool> ClaimAsync(JobRow seen, string owner, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Open(context)
            .Where(row => row.Id == seen.Id && row.Owner == seen.Owner && row.UpdatedAt == seen.UpdatedAt)
            .ExecuteUpdateAsync(Held(owner), cancellationToken) == 1;
    }

    /// <summary>Lets go of a job that has not ended, for whoever comes next.</summary>
    public async Task ReleaseAsync(Guid id, string owner, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await Open(context).Where(row => row.Id == id && row.Owner == owner).ExecuteUpdateAsync(Held(null), cancellationToken);
    }

    /// <summary>Stores progress; false where the job was ended from elsewhere.</summary>
    public async Task<bool> ReportAsync(JobView job, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var running = Text(JobState.Running);
        var now = time.GetUtcNow();
        return await context.Jobs
            .Where(row => row.Id == job.Id && row.State == running)
            .ExecuteUpdateAsync(
                row => row.SetProperty(r => r.Step, job.Step)
                    .SetProperty(r => r.Done, job.Done)
                    .SetProperty(r => r.Total, job.Total)
                    .SetProperty(r => r.UpdatedAt, now),
                cancellationToken) == 1;
    }

    /// <summary>Moves a job from one of <paramref name="from"/> to the state of <paramref name="job"/>, with all it shows; false where it was in none of them.</summary>
    public async Task<bool> MoveAsync(JobView job, JobState[] from, string? owner, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var states = Array.ConvertAll(from, Text);
        var state = Text(job.State);
        var result = job.Result?.GetRawText();
        var now = time.GetUtcNow();
        return await context.Jobs
            .Where(row => row.Id == job.Id && states.Contains(row.State))
            .ExecuteUpdateAsync(
                row => row.SetProperty(r => r.State, state)
                    .SetProperty(r => r.Step, job.Step)
                    .SetProperty(r => r.Done, job.Done)
                    .SetProperty(r => r.Total, job.Total)
                    .SetProperty(r => r.Message, job.Message)
                    .SetProperty(r => r.Result, result)
                    .SetProperty(r => r.Owner, owner)
                    .SetProperty(r => r.UpdatedAt, now),
                cancellationToken) == 1;
    }

    public static JobView ViewOf(JobRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.Id,
            row.Kind,
            Enum.Parse<JobState>(row.State, ignoreCase: true),
            row.Step,
            row.Done,
            row.Total,
            row.Message,
            row.Result is null ? null : JsonElement.Parse(row.Result))
        {
            ListenerId = row.ListenerId,
            CreatedAt = row.CreatedAt,
        };
    }

    private static IQueryable<JobRow> Open(DashboardDbContext context)
    {
        string[] states = [Text(JobState.Queued), Text(JobState.Running)];
        return context.Jobs.Where(job => states.Contains(job.State));
    }

    private Action<UpdateSettersBuilder<JobRow>> Held(string? owner)
    {
        var queued = Text(JobState.Queued);
        var now = time.GetUtcNow();
        return row => row.SetProperty(r => r.Owner, owner).SetProperty(r => r.State, queued).SetProperty(r => r.UpdatedAt, now);
    }

    private static string Text(JobState state) => state.ToString().ToLowerInvariant();
}
