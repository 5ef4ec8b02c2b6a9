using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Archives;

namespace SpotifyDashboard.Operations.Backup;

/// <summary>Lists backups and begins new ones, asked for or by themselves.</summary>
internal sealed class BackupService(
    BackupFolder folder, BackupFacts facts, JobRunner jobs, IDbContextFactory<DashboardDbContext> contexts, IOptions<BackupOptions> options, TimeProvider time)
{
    /// <summary>What is there and when the next comes.</summary>
    public async Task<BackupsAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        if (options.Value.Every is { } every)
        {
            var (done, begun) = await facts.ReadAsync(cancellationToken);
            next = BackupDue.Next(every, done, begun, time.GetUtcNow());
        }

        return new BackupsAnswer(folder.FullName, options.Value.Every, next, folder.List());
    }

    /// <summary>Begins one now.</summary>
    /// <param name="listenerId">Who asked.</param>
    /// <param name="cancellationToken">Ends the asking, not the backup.</param>
    /// <returns>The job.</returns>
    public Task<Guid> StartAsync(int listenerId, CancellationToken cancellationToken) => jobs.EnqueueAsync(BackupJobHandler.JobKind, listenerId, "{}", cancellationToken);

    /// <summary>Begins one where it is due and no other process does.</summary>
    /// <returns>The job; null where none was begun.</returns>
    public async Task<Guid?> StartIfDueAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Every is not { } every)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var (done, begun) = await facts.ReadAsync(cancellationToken);
        if (BackupDue.Next(every, done, begun, now) > now
            || await FirstListenerAsync(cancellationToken) is not { } listener
            || !await facts.ClaimAsync(begun, now, cancellationToken))
        {
            return null;
        }

        return await StartAsync(listener, cancellationToken);
    }

    /// <summary>A job belongs to somebody: the first listener, who with accounts is the owner's. Before there is one, there is nothing to back up.</summary>
    private async Task<int?> FirstListenerAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Listeners.AsNoTracking().Where(listener => !listener.IsDemo).OrderBy(listener => listener.Id).Select(listener => (int?)listener.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
