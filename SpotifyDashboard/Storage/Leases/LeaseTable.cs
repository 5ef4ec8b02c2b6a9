using System.Data.Common;
using System.Globalization;

namespace SpotifyDashboard.Storage.Leases;

/// <summary>The statements about leases, on an open connection.</summary>
internal sealed class LeaseTable(DbConnection connection, DbTransaction? transaction, DatabaseProvider provider, LeaseClock clock)
{
    /// <summary>Takes a lease that nobody holds, that has expired, or whose holder is dead.</summary>
    /// <returns>Its new number; null where somebody holds it.</returns>
    public async Task<long?> ClaimAsync(string name, string me, long lengthMs, CancellationToken cancellationToken)
    {
        var (isKnown, dead) = await LookAsync(name, cancellationToken);
        if (!isKnown)
        {
            await using var insert = Command(
                $"""
                INSERT INTO leases (name, holder, fence, length_ms, expires_at) VALUES (@name, @me, 1, @length, {clock.Now(provider)} + @length)
                ON CONFLICT (name) DO NOTHING RETURNING fence
                """,
                ("name", name), ("me", me), ("length", lengthMs));
            return await NumberAsync(insert, cancellationToken);
        }

        if (dead is null)
        {
            return null;
        }

        var now = clock.Now(provider);
        var isFree = $"name = @name AND (expires_at <= {now} OR holder IS NULL OR holder = @dead)";

        // A write under the old number holds the row until it is committed: such a one is passed by, not waited for.
        var condition = provider == DatabaseProvider.Postgres ? $"name IN (SELECT name FROM leases WHERE {isFree} FOR UPDATE SKIP LOCKED)" : isFree;
        await using var claim = Command(
            $"UPDATE leases SET holder = @me, fence = fence + 1, length_ms = @length, expires_at = {now} + @length WHERE {condition} RETURNING fence",
            ("name", name), ("dead", dead), ("me", me), ("length", lengthMs));
        return await NumberAsync(claim, cancellationToken);
    }

    /// <summary>Renews everything that <paramref name="me"/> holds, expired or not, and says what that is.</summary>
    public async Task<HashSet<(string Name, long Fence)>> RenewAsync(string me, CancellationToken cancellationToken)
    {
        await using var renew = Command($"UPDATE leases SET expires_at = {clock.Now(provider)} + length_ms WHERE holder = @me RETURNING name, fence", ("me", me));
        await using var rows = await renew.ExecuteReaderAsync(cancellationToken);
        HashSet<(string, long)> held = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            held.Add((rows.GetString(0), rows.GetInt64(1)));
        }

        return held;
    }

    /// <summary>Whether a lease is still held under its number; on PostgreSQL it can't be taken until the transaction ends, on SQLite nobody else writes meanwhile.</summary>
    public async Task<bool> IsHeldAsync(string name, string me, long fence, CancellationToken cancellationToken)
    {
        // KEY SHARE keeps out who wants to take it (FOR UPDATE), not the renewal, which changes no key.
        var locking = provider == DatabaseProvider.Postgres ? " FOR KEY SHARE" : "";
        await using var look = Command(
            $"SELECT fence FROM leases WHERE name = @name AND holder = @me AND fence = @fence{locking}", ("name", name), ("me", me), ("fence", fence));
        return await NumberAsync(look, cancellationToken) is not null;
    }

    /// <summary>Gives a lease back; its number stays, so that the next one is higher.</summary>
    public async Task ReleaseAsync(string name, string me, long fence, CancellationToken cancellationToken)
    {
        await using var release = Command(
            $"UPDATE leases SET holder = NULL, expires_at = {clock.Now(provider)} WHERE name = @name AND holder = @me AND fence = @fence",
            ("name", name), ("me", me), ("fence", fence));
        await release.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Forgets what nobody has held for <paramref name="ageMs"/>.</summary>
    public async Task ForgetAsync(long ageMs, CancellationToken cancellationToken)
    {
        await using var forget = Command($"DELETE FROM leases WHERE holder IS NULL AND expires_at < {clock.Now(provider)} - @age", ("age", ageMs));
        await forget.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long?> NumberAsync(DbCommand command, CancellationToken cancellationToken) =>
        await command.ExecuteScalarAsync(cancellationToken) is { } number and not DBNull ? Convert.ToInt64(number, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether there is such a row, and who gives way at once in it; null where its holder is alive and has time left.</summary>
    private async Task<(bool IsKnown, string? Dead)> LookAsync(string name, CancellationToken cancellationToken)
    {
        await using var look = Command($"SELECT holder, CASE WHEN expires_at <= {clock.Now(provider)} THEN 1 ELSE 0 END FROM leases WHERE name = @name", ("name", name));
        await using var rows = await look.ExecuteReaderAsync(cancellationToken);
        if (!await rows.ReadAsync(cancellationToken))
        {
            return (false, null);
        }

        var holder = await rows.IsDBNullAsync(0, cancellationToken) ? "" : rows.GetString(0);
        return (true, rows.GetInt32(1) == 1 || LeaseHolder.IsGone(holder) ? holder : null);
    }

    private DbCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in parameters)
        {
            command.AddParameter(name, value);
        }

        return command;
    }
}
