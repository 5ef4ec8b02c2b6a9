using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>The rolling 24-hour count of calls to Spotify's Web API, kept in the database and shared by every process on it.</summary>
/// <remarks>
/// A call is written down before it is sent, so a program killed at any moment has counted at least what Spotify has. Who gets a call is
/// ruled by <see cref="CallShares"/>; while Spotify has said to wait, nobody does: asking again only lengthens the wait.
/// Each app has a count of its own: that of the installation, and that of a listener who brought one.
/// </remarks>
public sealed class CallBudget(
    StorageWriter writer,
    LeaseScope leases,
    IDbContextFactory<DashboardDbContext> contexts,
    IOptions<SpotifyOptions> spotify,
    IOptions<IngestOptions> ingest,
    TimeProvider time) : ICallBudget
{
    /// <summary>The service's name in <c>service_blocks</c>.</summary>
    internal const string Service = "spotify";

    private const string EveryGroup = "";

    /// <summary>Rows say no more about the window; an hour longer, for whoever looks at the last day.</summary>
    private static readonly TimeSpan s_kept = TimeSpan.FromHours(25);

    private static readonly TimeSpan s_window = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public async Task<CallPermit> TakeAsync(BudgetedCall wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var now = time.GetUtcNow();
        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        await ClockMend.BringBackAsync(write, now, cancellationToken);
        var app = await AppOfAsync(write, wanted.ListenerId, cancellationToken);
        if (await FindBlockAsync(write, app, wanted.EndpointGroup, now, cancellationToken) is { } block)
        {
            throw Wait(block.Until, $"Spotify has asked to wait until {Words(block.Until)}: {block.Reason}");
        }

        if (await FreeAtAsync(write, app, wanted.Priority, now, cancellationToken) is { } freeAt)
        {
            throw Wait(freeAt, $"The calls to Spotify that are left are kept for what matters more; the next for this is free at {Words(freeAt)}.");
        }

        await using var forget = write.Command("DELETE FROM api_calls WHERE at < @before", "before");
        forget.Run((now - s_kept).ToUnixTimeMilliseconds());
        await using var count = write.Command(
            "INSERT INTO api_calls (at, endpoint_group, priority, app) VALUES (@at, @group, @priority, @own) RETURNING id", "at", "group", "priority", "own");
        count.Set(now.ToUnixTimeMilliseconds(), wanted.EndpointGroup, (short)wanted.Priority, app.ClientId);
        var id = Convert.ToInt64(await count.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        await write.CommitAsync(cancellationToken);
        return new CallPermit(id, wanted);
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(CallPermit permit, int? statusCode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(permit);
        if (statusCode is null)
        {
            return;
        }

        using var kept = leases.Enter(null); // the call was made, whoever has taken over
        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        await using var complete = write.Command("UPDATE api_calls SET status_code = @status WHERE id = @id", "status", "id");
        complete.Run(statusCode, permit.Id);
        await write.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task BlockAsync(string? endpointGroup, DateTimeOffset until, string reason, int? listenerId, CancellationToken cancellationToken)
    {
        // Spotify has said so to everybody, also where another process has taken over. Two answers may come at once: the later end holds. What has ended says nothing about what begins now.
        using var kept = leases.Enter(null);
        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        var app = await AppOfAsync(write, listenerId, cancellationToken);
        await using var block = write.Command(
            """
            INSERT INTO service_blocks (service, endpoint_group, blocked_until, since, reason) VALUES (@service, @group, @until, @now, @reason)
            ON CONFLICT (service, endpoint_group) DO UPDATE SET
              since = CASE WHEN service_blocks.blocked_until > excluded.since THEN service_blocks.since ELSE excluded.since END,
              reason = CASE WHEN service_blocks.blocked_until > excluded.blocked_until THEN service_blocks.reason ELSE excluded.reason END,
              blocked_until = CASE WHEN service_blocks.blocked_until > excluded.blocked_until THEN service_blocks.blocked_until ELSE excluded.blocked_until END
            """,
            "service", "group", "until", "now", "reason");
        block.Run(app.Service, endpointGroup ?? EveryGroup, until.ToUnixTimeMilliseconds(), time.GetUtcNow().ToUnixTimeMilliseconds(), reason);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>How the budget of the installation's app stands now.</summary>
    public Task<BudgetView> ReadAsync(CancellationToken cancellationToken) => ReadAsync(listenerId: null, cancellationToken);

    /// <summary>How the budget that a listener's calls are counted in stands now.</summary>
    /// <param name="listenerId">Whose; null for the installation's app.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<BudgetView> ReadAsync(int? listenerId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now - s_window;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var app = await AppOfAsync(context, listenerId, cancellationToken);
        var (service, clientId) = (app.Service, app.ClientId);
        var groups = await context.ApiCalls.AsNoTracking()
            .Where(call => call.App == clientId && call.At > since)
            .GroupBy(call => call.EndpointGroup)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var block = await context.ServiceBlocks.AsNoTracking()
            .Where(b => b.Service == service && b.EndpointGroup == EveryGroup && b.BlockedUntil > now)
            .SingleOrDefaultAsync(cancellationToken);
        var limit = spotify.Value.DailyCalls;
        var used = groups.Sum(group => group.Count);
        var freed = used < limit ? null : await context.ApiCalls.AsNoTracking()
            .Where(call => call.App == clientId && call.At > since)
            .OrderBy(call => call.At)
            .Skip(used - limit)
            .Select(call => (DateTimeOffset?)call.At)
            .FirstOrDefaultAsync(cancellationToken);
        return new BudgetView(
            limit,
            used,
            block is null ? Math.Max(0, limit - used) : 0,
            [.. groups.OrderByDescending(group => group.Count).Select(group => new BudgetGroup(group.Key, group.Count))],
            block?.BlockedUntil,
            block?.Reason ?? (used < limit ? null : $"All {limit} calls of the last 24 hours are used."),
            block?.BlockedUntil ?? freed + s_window)
        {
            Service = service,
            IsOwnApp = clientId is not null,
        };
    }

    /// <summary>Calls that a listener's polls may still make now, as the rule stands for one priority, and how many listeners share them.</summary>
    internal async Task<(int Left, int Sharers)> LeftForAsync(CallPriority priority, int listenerId, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - s_window;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var clientId = (await AppOfAsync(context, listenerId, cancellationToken)).ClientId;
        var used = await context.ApiCalls.AsNoTracking()
            .Where(call => call.App == clientId && call.At > since)
            .GroupBy(call => call.Priority)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var sharers = await context.SpotifyAccounts.CountAsync(
            account => account.NeedsLoginSince == null
                && (clientId == null
                    ? !context.SpotifyApps.Any(app => app.ListenerId == account.ListenerId)
                    : context.SpotifyApps.Any(app => app.ListenerId == account.ListenerId && app.ClientId == clientId)),
            cancellationToken);
        var shares = CallShares.Of(spotify.Value.DailyCalls, sharers, ingest.Value.FixedInterval);
        return (
            Math.Max(0, Enumerable.Range(0, (int)priority + 1).Min(p => shares.CeilingFrom((CallPriority)p) - used.Where(u => u.Key >= p).Sum(u => u.Count))),
            sharers);
    }

    private static async Task<BudgetedApp> AppOfAsync(DashboardDbContext context, int? listenerId, CancellationToken cancellationToken) => new(
        listenerId is null ? null : await context.SpotifyApps.Where(app => app.ListenerId == listenerId).Select(app => app.ClientId).SingleOrDefaultAsync(cancellationToken));

    private static async Task<BudgetedApp> AppOfAsync(WriteTransaction write, int? listenerId, CancellationToken cancellationToken)
    {
        if (listenerId is not { } listener)
        {
            return new BudgetedApp(ClientId: null);
        }

        await using var find = write.Command("SELECT client_id FROM spotify_apps WHERE listener_id = @listener", "listener");
        find.Set(listener);
        return new BudgetedApp(await find.ExecuteScalarAsync(cancellationToken) as string);
    }

    private static async Task<(DateTimeOffset Until, string Reason)?> FindBlockAsync(
        WriteTransaction write, BudgetedApp app, string group, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var find = write.Command(
            """
            SELECT blocked_until, reason FROM service_blocks
            WHERE service = @service AND endpoint_group IN ('', @group) AND blocked_until > @now ORDER BY blocked_until DESC LIMIT 1
            """,
            "service", "group", "now");
        find.Set(app.Service, group, now.ToUnixTimeMilliseconds());
        await using var rows = await find.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? (DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0)), rows.GetString(1)) : null;
    }

    /// <summary>When a call of this priority may be made; null: now.</summary>
    private async Task<DateTimeOffset?> FreeAtAsync(
        WriteTransaction write, BudgetedApp app, CallPriority priority, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var count = app.Command(write, app.Sharers);
        var shares = CallShares.Of(spotify.Value.DailyCalls, count.Find() ?? 0, ingest.Value.FixedInterval);
        var since = (now - s_window).ToUnixTimeMilliseconds();
        await using var used = app.Command(write, $"SELECT COUNT(*) FROM api_calls WHERE {app.Calls} AND at > @since AND priority >= @priority", "since", "priority");
        await using var ends = app.Command(
            write, $"SELECT at FROM api_calls WHERE {app.Calls} AND at > @since AND priority >= @priority ORDER BY at LIMIT 1 OFFSET @excess", "since", "priority", "excess");
        DateTimeOffset? freeAt = null;
        for (var p = (short)0; p <= (short)priority; p++)
        {
            var excess = (used.Find(since, p) ?? 0) - shares.CeilingFrom((CallPriority)p);
            if (excess < 0)
            {
                continue;
            }

            ends.Set(since, p, excess);
            var oldest = await ends.ExecuteScalarAsync(cancellationToken) is { } at
                ? DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(at, CultureInfo.InvariantCulture))
                : now;
            freeAt = freeAt > oldest + s_window ? freeAt : oldest + s_window;
        }

        return freeAt;
    }

    private static ProviderException Wait(DateTimeOffset until, string message) => new(Service, Failure.WaitUntil, message) { RetryAt = until };

    private static string Words(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
