using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Providers.LanguageModels;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative;

/// <summary>Counts calls of the model per listener and local day, in the database, so that neither a restart nor a second process nor a deleted story gives calls back.</summary>
internal sealed class NarrativeCallGuard(
    IDbContextFactory<DashboardDbContext> contexts, ListenerDirectory listeners, IOptions<LanguageModelOptions> options, TimeProvider time) : ICallGuard
{
    private readonly int _limit = options.Value.CallsPerDay;

    /// <inheritdoc/>
    public async Task<string?> TakeAsync(int listenerId, CancellationToken cancellationToken)
    {
        if (_limit == 0)
        {
            return "The settings allow no call of the model (Narrative:CallsPerDay is 0).";
        }

        if (await TodayAsync(listenerId, cancellationToken) is not { } today)
        {
            return "There is no such listener any more.";
        }

        // One statement: two processes at once take two calls, and the last one is given once.
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var taken = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO narrative_calls (listener_id, day, calls) SELECT id, {today}, 1 FROM listeners WHERE id = {listenerId}
            ON CONFLICT (listener_id, day) DO UPDATE SET calls = narrative_calls.calls + 1 WHERE narrative_calls.calls < {_limit}
            """,
            cancellationToken);
        return taken == 1
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"All {_limit} calls of the model for today are used; more are free tomorrow.");
    }

    /// <summary>How many calls are used today, and how many there are.</summary>
    public async Task<NarrativeCalls> ReadAsync(int listenerId, CancellationToken cancellationToken)
    {
        if (await TodayAsync(listenerId, cancellationToken) is not { } today)
        {
            return new NarrativeCalls(0, _limit);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var used = await context.NarrativeCalls.AsNoTracking()
            .Where(row => row.ListenerId == listenerId && row.Day == today)
            .Select(row => row.Calls)
            .SingleOrDefaultAsync(cancellationToken);
        return new NarrativeCalls(used, _limit);
    }

    private async Task<DateOnly?> TodayAsync(int listenerId, CancellationToken cancellationToken) =>
        (await listeners.FindAsync(listenerId, cancellationToken))?.DayAt(time.GetUtcNow());
}
