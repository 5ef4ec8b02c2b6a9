using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Connect;

/// <summary>Follows the first plays of a fresh connection, and has the first sync made.</summary>
internal sealed class FirstPlaysReader(IDbContextFactory<DashboardDbContext> contexts, JobRunner jobs, IEnumerable<IJobHandler> handlers, TimeProvider time)
{
    private const string SyncKind = "sync";

    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(10);

    /// <summary>What has come in, from what is stored.</summary>
    public async Task<FirstPlays> ReadAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var poll = await context.PollStates.AsNoTracking().SingleOrDefaultAsync(state => state.ListenerId == listenerId, cancellationToken);
        var plays = await context.Plays.LongCountAsync(play => play.ListenerId == listenerId, cancellationToken);
        return new FirstPlays(plays, poll?.LastSuccessAt is not null, poll?.FailingSince is null ? null : poll.LastFailure, poll?.NextDueAt);
    }

    /// <summary>The sync of this listener that was asked for last; null where there was none.</summary>
    public async Task<JobView?> FindSyncAsync(int listenerId, CancellationToken cancellationToken) =>
        (await jobs.ListAsync(listenerId, cancellationToken)).FirstOrDefault(job => job.Kind == SyncKind);

    /// <summary>Asks for a sync after a login, unless one was asked for since.</summary>
    public async Task StartSyncAsync(ConnectionStatus connection, CancellationToken cancellationToken)
    {
        if (connection is not { State: ConnectionState.Connected, ListenerId: { } listenerId, AuthorizedAt: { } since }
            || time.GetUtcNow() - since > s_fresh
            || !handlers.Any(handler => handler.Kind == SyncKind)
            || (await FindSyncAsync(listenerId, cancellationToken))?.CreatedAt >= since)
        {
            return;
        }

        await jobs.EnqueueAsync(SyncKind, listenerId, "{}", cancellationToken);
    }
}
