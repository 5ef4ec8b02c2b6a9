using System.Data.Common;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>The database under the servers, and what can be done to it.</summary>
internal abstract class ChaosDatabase : IAsyncDisposable
{
    public abstract string ConnectionString { get; }

    /// <summary>The setting <c>Database:Provider</c>.</summary>
    public abstract string Provider { get; }

    public abstract Task StartAsync();

    /// <summary>Keeps the servers from writing for a while: a restart, or somebody else's lock.</summary>
    /// <returns>What was done.</returns>
    public abstract Task<string> DisturbAsync(Random random);

    /// <summary>Makes sure that it runs, after a full disk too.</summary>
    public abstract Task MendAsync();

    /// <summary>What is wrong with the database itself; null where it is sound.</summary>
    public abstract Task<string?> FaultAsync();

    /// <summary>End and track of every stored play.</summary>
    public async Task<IReadOnlyList<(long EndedAt, string Track)>> PlaysAsync()
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT p.ended_at, t.spotify_id FROM plays p JOIN tracks t ON t.id = p.track_id";
        await using var rows = await command.ExecuteReaderAsync();
        List<(long, string)> plays = [];
        while (await rows.ReadAsync())
        {
            plays.Add((rows.GetInt64(0), rows.GetString(1)));
        }

        return plays;
    }

    /// <summary>Rows of a query as text.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await rows.ReadAsync())
        {
            lines.Add(string.Join(' ', Enumerable.Range(0, rows.FieldCount).Select(column => rows.GetValue(column))));
        }

        return lines;
    }

    public abstract ValueTask DisposeAsync();

    protected abstract DbConnection Connect();
}
