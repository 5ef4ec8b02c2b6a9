using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Keeps two processes, or a poll and a sync, from polling one listener at once.</summary>
internal sealed class PollTurns(IDbContextFactory<DashboardDbContext> contexts, LeaseBook leases, TimeProvider time)
{
    /// <summary>Clocks of several machines differ by less.</summary>
    private static readonly TimeSpan s_clockStep = TimeSpan.FromMinutes(1);

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

    /// <summary>Listeners whose poll is due, in one question however many there are: those whose last good poll is longest ago first, so that nobody is passed over for ever.</summary>
    public async Task<IReadOnlyList<DuePoll>> DueAsync(CancellationToken cancellationToken)
    {
        var (now, never) = (time.GetUtcNow(), DateTimeOffset.UnixEpoch);
        var ahead = now + s_clockStep;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due =
            from account in context.SpotifyAccounts.AsNoTracking()
            join listener in context.Listeners on account.ListenerId equals listener.Id
            join state in context.PollStates on account.ListenerId equals state.ListenerId into states
            from poll in states.DefaultIfEmpty()
            where account.NeedsLoginSince == null && account.RefreshToken != null
            where poll.NextDueAt == null || poll.NextDueAt <= now || poll.LastAttemptAt > ahead || listener.AuthorizedAt > (poll.LastAttemptAt ?? never)
            orderby poll.LastSuccessAt ?? never, account.ListenerId
            select new DuePoll(account.ListenerId, context.SpotifyApps.Any(app => app.ListenerId == account.ListenerId));
        return await due.ToListAsync(cancellationToken);
    }

    /// <summary>Takes the turn to poll a listener.</summary>
    /// <param name="listenerId">Whom.</param>
    /// <param name="isAskedFor">Whether somebody asked for it, so that it does not matter whether it is due.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>The turn, to be disposed; null where it is not due or somebody else polls.</returns>
    public async Task<PollTurn?> TakeAsync(int listenerId, bool isAskedFor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!isAskedFor && await FindAsync(context, listenerId, cancellationToken) is { } known && !await IsDueAsync(context, known, time.GetUtcNow(), cancellationToken))
        {
            return null;
        }

        var lease = await leases.TakeAsync($"poll:{listenerId}", cancellationToken);
        if (lease is null)
        {
            return null;
        }

        try
        {
            // Read under the lease: whoever held it before may have polled in between.
            var state = await FindAsync(context, listenerId, cancellationToken) ?? await BeginAsync(context, listenerId, cancellationToken);
            if (isAskedFor || await IsDueAsync(context, state, time.GetUtcNow(), cancellationToken))
            {
                return new PollTurn(state, lease);
            }
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }

        await lease.DisposeAsync();
        return null;
    }

    /// <summary>Notes a failure.</summary>
    public async Task FailAsync(PollStateRow state, string reason, NextPoll next, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var since = state.FailingSince ?? now;
        await context.PollStates
            .Where(poll => poll.ListenerId == state.ListenerId)
            .ExecuteUpdateAsync(
                poll => poll.SetProperty(p => p.LastAttemptAt, now)
                    .SetProperty(p => p.FailingSince, since)
                    .SetProperty(p => p.LastFailure, reason)
                    .SetProperty(p => p.NextDueAt, next.DueAt)
                    .SetProperty(p => p.Why, next.Why),
                cancellationToken);
    }

    private static Task<PollStateRow?> FindAsync(DashboardDbContext context, int listenerId, CancellationToken cancellationToken) =>
        context.PollStates.AsNoTracking().SingleOrDefaultAsync(poll => poll.ListenerId == listenerId, cancellationToken);

    private static async Task<PollStateRow> BeginAsync(DashboardDbContext context, int listenerId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO poll_states (listener_id, lateness_ms, saved_left_out) VALUES ({listenerId}, 0, 0) ON CONFLICT DO NOTHING", cancellationToken);
        return await context.PollStates.AsNoTracking().SingleAsync(poll => poll.ListenerId == listenerId, cancellationToken);
    }

    /// <summary>Whether it is time, or consent was given since the last poll: a fresh login is polled at once, whatever was planned before.</summary>
    private static async Task<bool> IsDueAsync(DashboardDbContext context, PollStateRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A plan that was made in what is the future now was made while the clock was ahead: it may lie years away.
        if (row.NextDueAt is null || row.NextDueAt <= now || row.LastAttemptAt > now + s_clockStep)
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
