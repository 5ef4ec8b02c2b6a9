using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>The poll that a sync asks for.</summary>
internal sealed class AskedPoll(ListenerPoll poll, CallBudget budget, IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>Some six hours of the most that one listener's polls take: with fewer left, whoever keeps asking is told what is known.</summary>
    private const int FewCalls = 50;

    private const int Tries = 10;
    private static readonly TimeSpan s_freshEnough = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Polls now; where somebody else does, waits for them first.</summary>
    public async Task RunAsync(SyncPull pull, CancellationToken cancellationToken)
    {
        if (await IsSpentInVainAsync(pull.ListenerId, cancellationToken))
        {
            return;
        }

        for (var left = Tries; left > 0; left--)
        {
            if (await poll.RunAsync(pull.ListenerId, isAskedFor: true, cancellationToken) is { } result)
            {
                (pull.PlaysFetched, pull.PlaysAdded, pull.Gaps) = (result.Fetched, result.Added, result.Gaps);
                pull.Tracks.UnionWith(result.Tracks);
                return;
            }

            await Task.Delay(s_pause, time, cancellationToken);
        }

        throw new ProviderException(CallBudget.Service, Failure.Retry, "Another process has been polling for a while and has not ended yet; what it brings appears by itself.");
    }

    /// <summary>Whether a call would take from the polls that keep plays from being lost, and hardly anything can be new.</summary>
    private async Task<bool> IsSpentInVainAsync(int listenerId, CancellationToken cancellationToken)
    {
        var (left, sharers) = await budget.LeftForAsync(CallPriority.Poll, listenerId, cancellationToken);
        if (left > FewCalls * sharers)
        {
            return false;
        }

        var since = time.GetUtcNow() - s_freshEnough;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.PollStates.AnyAsync(state => state.ListenerId == listenerId && state.LastSuccessAt > since, cancellationToken);
    }
}
