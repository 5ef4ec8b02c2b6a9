using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteChaos(string folder) : ChaosDatabase
{
    public override string ConnectionString => $"Data Source={Path.Combine(folder, "dashboard.db")}";

    public override string Provider => "Sqlite";

    public override Task StartAsync() => Task.CompletedTask;

    /// <summary>Holds the write lock, as a database browser would.</summary>
    public override async Task<string> DisturbAsync(Random random)
    {
        var seconds = random.Next(3, 25);
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return string.Create(CultureInfo.InvariantCulture, $"database locked by another program for {seconds} s");
    }

    public override Task MendAsync() => Task.CompletedTask;

    public override async Task<string?> FaultAsync()
    {
        var check = await ListAsync("PRAGMA integrity_check");
        var strays = await ListAsync("PRAGMA foreign_key_check");
        return check is not ["ok"] ? string.Join("; ", check) : strays.Count > 0 ? $"{strays.Count} rows refer to nothing" : null;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override DbConnection Connect() => new SqliteConnection($"{ConnectionString};Pooling=False");
}
