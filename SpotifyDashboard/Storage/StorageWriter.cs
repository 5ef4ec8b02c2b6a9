using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>The one way to write plays and what belongs to them: one writer at a time, one transaction, prepared commands.</summary>
/// <remarks>
/// SQLite allows one writer; waiting for it here, in order, beats being told "database is locked". Other processes on the same
/// database are held off by the transaction itself, which takes the write lock as it begins.
/// </remarks>
public sealed class StorageWriter(
    IDbContextFactory<DashboardDbContext> contexts,
    IOptions<DatabaseOptions> options,
    PlaysChanged playsChanged) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for its turn and begins a transaction for <paramref name="listenerId"/>; dispose it to roll back what was not committed.</summary>
    /// <param name="listenerId">Whose plays are written.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ReadOnlyVisitorException">A guest is looking.</exception>
    public async Task<WriteTransaction> BeginAsync(int listenerId, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        DashboardDbContext? context = null;
        try
        {
            context = await contexts.CreateDbContextAsync(cancellationToken);
            context.DemandWriting(listenerId);
            await context.Database.OpenConnectionAsync(cancellationToken);
            var transaction = await context.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            var write = new WriteTransaction(context, transaction, listenerId, playsChanged, () => _turn.Release());
            if (options.Value.Provider == DatabaseProvider.Postgres)
            {
                await write.ExecuteAsync("SELECT pg_advisory_xact_lock(20261121)", cancellationToken);
            }

            return write;
        }
        catch
        {
            if (context is not null)
            {
                await context.DisposeAsync();
            }

            _turn.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
