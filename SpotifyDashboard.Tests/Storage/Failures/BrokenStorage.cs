using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Failures;

namespace SpotifyDashboard.Tests.Storage.Failures;

/// <summary>A SQLite database that can be made full, read-only or locked, and well again, under a running program.</summary>
internal sealed class BrokenStorage(TestDatabase database) : DbConnectionInterceptor, IDbContextFactory<DashboardDbContext>, IAsyncDisposable
{
    private const string Well = "PRAGMA max_page_count = 1000000000; PRAGMA query_only = OFF;";

    // SQLite waits half a minute for a lock unless told otherwise.
    private readonly string _address = $"{database.ConnectionString};Default Timeout=1";
    private volatile string _pragmas = Well;
    private SqliteConnection? _other;

    /// <summary>Takes SQLite's own limits: a database that may not grow has no room, one that is only to be queried is read-only.</summary>
    public void Break(StorageTrouble trouble)
    {
        switch (trouble)
        {
            case StorageTrouble.DiskFull:
                _pragmas = "PRAGMA max_page_count = 1;";
                break;
            case StorageTrouble.ReadOnly:
                _pragmas = "PRAGMA query_only = ON;";
                break;
            case StorageTrouble.Locked:
                _other = new SqliteConnection($"{database.ConnectionString};Pooling=False");
                _other.Open();
                using (var command = _other.CreateCommand())
                {
                    command.CommandText = "BEGIN IMMEDIATE";
                    command.ExecuteNonQuery();
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(trouble));
        }
    }

    public async Task MendAsync()
    {
        _pragmas = Well;
        if (_other is { } other)
        {
            _other = null;
            await other.DisposeAsync();
        }
    }

    public DashboardDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<DashboardDbContext>();
        StorageRegistration.Configure(options, new DatabaseOptions { ConnectionString = _address });
        return new DashboardDbContext(options.AddInterceptors(this).Options);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _pragmas;
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync() => await MendAsync();
}
