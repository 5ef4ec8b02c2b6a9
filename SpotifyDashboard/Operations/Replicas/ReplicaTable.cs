using System.Data.Common;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Operations.Replicas;

/// <summary>The statements about replicas, on an open connection to PostgreSQL; told by its clock.</summary>
internal sealed class ReplicaTable(DbConnection connection, DbTransaction? transaction, LeaseClock clock)
{
    /// <summary>Signs of life of processes that are long gone are forgotten.</summary>
    private const long KeptMs = 3_600_000;

    private string Now => clock.Now(DatabaseProvider.Postgres);

    /// <summary>One process at a time looks around and signs in, until the transaction ends.</summary>
    public async Task LockAsync(CancellationToken cancellationToken)
    {
        await using var turn = Command("SELECT pg_advisory_xact_lock(20261124)");
        await turn.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Who else gave a sign of life lately, and when; a dead process of this machine is none.</summary>
    public async Task<Dictionary<string, long>> OthersAsync(string me, TimeSpan life, CancellationToken cancellationToken)
    {
        await using var look = Command($"SELECT name, seen_at FROM replicas WHERE name <> @me AND seen_at > {Now} - @life", ("me", me), ("life", (long)life.TotalMilliseconds));
        await using var rows = await look.ExecuteReaderAsync(cancellationToken);
        var others = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (!LeaseHolder.IsGone(rows.GetString(0)))
            {
                others.Add(rows.GetString(0), rows.GetInt64(1));
            }
        }

        return others;
    }

    /// <summary>Signs in, or gives a sign of life.</summary>
    public async Task SignAsync(string me, CancellationToken cancellationToken)
    {
        await using var sign = Command(
            $"""
            INSERT INTO replicas (name, machine, version, started_at, seen_at) VALUES (@me, @machine, @version, {Now}, {Now})
            ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at
            """,
            ("me", me), ("machine", Environment.MachineName), ("version", ProgramVersion.Text));
        await sign.ExecuteNonQueryAsync(cancellationToken);
        await using var forget = Command($"DELETE FROM replicas WHERE seen_at < {Now} - @kept", ("kept", KeptMs));
        await forget.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Signs out.</summary>
    public async Task LeaveAsync(string me, CancellationToken cancellationToken)
    {
        await using var leave = Command("DELETE FROM replicas WHERE name = @me", ("me", me));
        await leave.ExecuteNonQueryAsync(cancellationToken);
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
