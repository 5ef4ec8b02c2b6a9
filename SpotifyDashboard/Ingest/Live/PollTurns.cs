using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Keeps two processes, or a poll and a sync, from polling one listener at once.</summary>
internal sealed class PollTurns(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>A turn that was not given back ends by itself; that of a process of this machine which is dead, at once.</summary>
    private static readonly TimeSpan s_longestTurn = TimeSpan.FromMinutes(3);

    private readonly string _name = JobOwner.Create();

    /// <summary>Listeners who are connected, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<int>> ConnectedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SpotifyAccounts.AsNoTracking()
            .Where(account => account.NeedsLoginSince == null && account.RefreshToken != null)
            .Select(account => account.ListenerId)
            .OrderBy(id => id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Takes the turn to poll a listener.</summary>
    /// <param name="listenerId">Whom.</param>
    /// <param name="isAskedFor">Whether somebody asked for it, so that it does not matter whether it is due.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>Where polling stands; null where it is not due or somebody else polls.</returns>
    public async Task<PollStateRow?> TakeAsync(int listenerId, bool isAskedFor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.PollStates.AsNoTracking().SingleOrDefaultAsync(poll => poll.ListenerId == listenerId, cancellationToken);
        var now = time.GetUtcNow();
        if (row is null)
        {
            await context.Database.ExecuteSqlAsync(
                $"INSERT INTO poll_states (listener_id, lateness_ms, saved_left_out) VALUES ({listenerId}, 0, 0) ON CONFLICT DO NOTHING", cancellationToken);
        }
        else if (!isAskedFor && !await IsDueAsync(context, row, now, cancellationToken))
        {
            return null;
        }

        var (name, until) = (_name, now + s_longestTurn);
        var dead = row is { ClaimedBy: { } holder, ClaimedUntil: { } end } && !JobOwner.MayBeAlive(holder, now - (end - s_longestTurn)) ? holder : null;
        var taken = await context.PollStates
            .Where(poll => poll.ListenerId == listenerId && (poll.ClaimedUntil == null || poll.ClaimedUntil <= now || poll.ClaimedBy == dead))
            .ExecuteUpdateAsync(poll => poll.SetProperty(p => p.ClaimedBy, name).SetProperty(p => p.ClaimedUntil, until), cancellationToken);

        if (taken == 0)
        {
            return null;
        }

        // Read again: whoever held the turn before may have polled in between.
        var state = await context.PollStates.AsNoTracking().SingleAsync(poll => poll.ListenerId == listenerId, cancellationToken);
        if (isAskedFor || await IsDueAsync(context, state, now, cancellationToken))
        {
            return state;
        }

        await ReturnAsync(listenerId);
        return null;
    }

    /// <summary>Gives the turn back after a failure.</summary>
    public async Task FailAsync(PollStateRow state, string reason, NextPoll next, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (now, name) = (time.GetUtcNow(), _name);
        var since = state.FailingSince ?? now;
        await context.PollStates
            .Where(poll => poll.ListenerId == state.ListenerId && poll.ClaimedBy == name)
            .ExecuteUpdateAsync(
                poll => poll.SetProperty(p => p.ClaimedBy, (string?)null)
                    .SetProperty(p => p.ClaimedUntil, (DateTimeOffset?)null)
                    .SetProperty(p => p.LastAttemptAt, now)
                    .SetProperty(p => p.FailingSince, since)
                    .SetProperty(p => p.LastFailure, reason)
                    .SetProperty(p => p.NextDueAt, next.DueAt)
                    .SetProperty(p => p.Why, next.Why),
                cancellationToken);
    }

    /// <summary>Gives the turn back unused.</summary>
    public async Task ReturnAsync(int listenerId)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        var name = _name;
        await context.PollStates
            .Where(poll => poll.ListenerId == listenerId && poll.ClaimedBy == name)
            .ExecuteUpdateAsync(poll => poll.SetProperty(p => p.ClaimedBy, (string?)null).SetProperty(p => p.ClaimedUntil, (DateTimeOffset?)null), CancellationToken.None);
    }

    /// <summary>Whether it is time, or consent was given since the last poll: a fresh login is polled at once, whatever was planned before.</summary>
    private static async Task<bool> IsDueAsync(DashboardDbContext context, PollStateRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (row.NextDueAt is null || row.NextDueAt <= now)
        {
            return true;
        }

        var authorizedAt = await context.Listeners.AsNoTracking()
            .Where(listener => listener.Id == row.ListenerId)
            .Select(listener => listener.AuthorizedAt)
            .SingleOrDefaultAsync(cancellationToken);
        return authorizedAt > (row.LastAttemptAt ?? DateTimeOffset.MinValue);
    }
}
