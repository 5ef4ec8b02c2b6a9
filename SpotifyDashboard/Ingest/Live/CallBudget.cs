using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>The rolling 24-hour count of calls to Spotify's Web API, kept in the database and shared by every process on it.</summary>
/// <remarks>
/// A call is written down before it is sent, so a program killed at any moment has counted at least what Spotify has. Who gets a call is
/// ruled by <see cref="CallShares"/>; while Spotify has said to wait, nobody does: asking again only lengthens the wait.
/// </remarks>
public sealed class CallBudget(
    StorageWriter writer,
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
        if (await FindBlockAsync(write, wanted.EndpointGroup, now, cancellationToken) is { } block)
        {
            throw Wait(block.Until, $"Spotify has asked to wait until {Words(block.Until)}: {block.Reason}");
        }

        if (await FreeAtAsync(write, wanted.Priority, now, cancellationToken) is { } freeAt)
        {
            throw Wait(freeAt, $"The calls to Spotify that are left are kept for what matters more; the next for this is free at {Words(freeAt)}.");
        }

        await using var forget = write.Command("DELETE FROM api_calls WHERE at < @before", "before");
        forget.Run((now - s_kept).ToUnixTimeMilliseconds());
        await using var count = write.Command(
            "INSERT INTO api_calls (at, endpoint_group, priority) VALUES (@at, @group, @priority) RETURNING id", "at", "group", "priority");
        count.Set(now.ToUnixTimeMilliseconds(), wanted.EndpointGroup, (short)wanted.Priority);
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

        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        await using var complete = write.Command("UPDATE api_calls SET status_code = @status WHERE id = @id", "status", "id");
        complete.Run(statusCode, permit.Id);
        await write.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task BlockAsync(string? endpointGroup, DateTimeOffset until, string reason, CancellationToken cancellationToken)
    {
        // Two answers may come at once: the later end holds. What has ended says nothing about what begins now.
        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        await using var block = write.Command(
            """
            INSERT INTO service_blocks (service, endpoint_group, blocked_until, since, reason) VALUES (@service, @group, @until, @now, @reason)
            ON CONFLICT (service, endpoint_group) DO UPDATE SET
              since = CASE WHEN service_blocks.blocked_until > excluded.since THEN service_blocks.since ELSE excluded.since END,
              reason = CASE WHEN service_blocks.blocked_until > excluded.blocked_until THEN service_blocks.reason ELSE excluded.reason END,
              blocked_until = CASE WHEN service_blocks.blocked_until > excluded.blocked_until THEN service_blocks.blocked_until ELSE excluded.blocked_until END
            """,
            "service", "group", "until", "now", "reason");
        block.Run(Service, endpointGroup ?? EveryGroup, until.ToUnixTimeMilliseconds(), time.GetUtcNow().ToUnixTimeMilliseconds(), reason);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>How the budget stands now.</summary>
    public async Task<BudgetView> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now - s_window;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var groups = await context.ApiCalls.AsNoTracking()
            .Where(call => call.At > since)
            .GroupBy(call => call.EndpointGroup)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var block = await context.ServiceBlocks.AsNoTracking()
            .Where(b => b.Service == Service && b.EndpointGroup == EveryGroup && b.BlockedUntil > now)
            .SingleOrDefaultAsync(cancellationToken);
        var limit = spotify.Value.DailyCalls;
        var used = groups.Sum(group => group.Count);
        var freed = used < limit ? null : await context.ApiCalls.AsNoTracking()
            .Where(call => call.At > since)
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
            block?.BlockedUntil ?? freed + s_window);
    }

    /// <summary>Calls that polls may still make now, as the rule stands for one priority.</summary>
    internal async Task<int> LeftForAsync(CallPriority priority, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - s_window;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var used = await context.ApiCalls.AsNoTracking()
            .Where(call => call.At > since)
            .GroupBy(call => call.Priority)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var listeners = await context.SpotifyAccounts.CountAsync(account => account.NeedsLoginSince == null, cancellationToken);
        var shares = CallShares.Of(spotify.Value.DailyCalls, listeners, ingest.Value.FixedInterval);
        return Math.Max(0, Enumerable.Range(0, (int)priority + 1)
            .Min(p => shares.CeilingFrom((CallPriority)p) - used.Where(u => u.Key >= p).Sum(u => u.Count)));
    }

    private static async Task<(DateTimeOffset Until, string Reason)?> FindBlockAsync(
        WriteTransaction write, string group, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var find = write.Command(
            """
            SELECT blocked_until, reason FROM service_blocks
            WHERE service = @service AND endpoint_group IN ('', @group) AND blocked_until > @now ORDER BY blocked_until DESC LIMIT 1
            """,
            "service", "group", "now");
        find.Set(Service, group, now.ToUnixTimeMilliseconds());
        await using var rows = await find.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? (DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0)), rows.GetString(1)) : null;
    }

    /// <summary>When a call of this priority may be made; null: now.</summary>
    private async Task<DateTimeOffset?> FreeAtAsync(WriteTransaction write, CallPriority priority, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var count = write.Command("SELECT COUNT(*) FROM spotify_accounts WHERE needs_login_since IS NULL");
        var shares = CallShares.Of(spotify.Value.DailyCalls, count.Find() ?? 0, ingest.Value.FixedInterval);
        var since = (now - s_window).ToUnixTimeMilliseconds();
        await using var used = write.Command("SELECT COUNT(*) FROM api_calls WHERE at > @since AND priority >= @priority", "since", "priority");
        await using var ends = write.Command(
            "SELECT at FROM api_calls WHERE at > @since AND priority >= @priority ORDER BY at LIMIT 1 OFFSET @excess", "since", "priority", "excess");
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
