using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Storage;

/// <summary>The one way to write plays and what belongs to them: one writer at a time, one transaction, prepared commands.</summary>
/// <remarks>
/// SQLite allows one writer; waiting for it here, in order, beats being told "database is locked". Other processes on the same
/// database are held off by the transaction itself, which takes the write lock as it begins.
/// </remarks>
public sealed class StorageWriter(
    IDbContextFactory<DashboardDbContext> contexts,
    IOptions<DatabaseOptions> options,
    PlaysChanged playsChanged,
    LeaseScope leases) : IDisposable
{
    /// <summary>The lock of the one writer, and the end of one that fell silent in the middle: a paused process must not hold up all others for good.</summary>
    private const string PostgresTurn = "SET LOCAL idle_in_transaction_session_timeout = '30s'; SELECT pg_advisory_xact_lock(20261121)";

    /// <summary>How long a writer waits for those of other processes, an import among them, in seconds.</summary>
    private const int PatienceSeconds = 600;

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for its turn and begins a transaction for <paramref name="listenerId"/>; dispose it to roll back what was not committed.</summary>
    /// <remarks>Under a lease (<see cref="LeaseScope"/>) it is refused where another process has taken over, and until it ends nobody can.</remarks>
    /// <param name="listenerId">Whose plays are written.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ReadOnlyVisitorException">A guest is looking.</exception>
    /// <exception cref="LeaseLostException">The lease that the caller works under was lost.</exception>
    public async Task<WriteTransaction> BeginAsync(int listenerId, CancellationToken cancellationToken)
    {
        using var step = ProgramTrace.Begin(ProgramTrace.WriterWait);
        await _turn.WaitAsync(cancellationToken);
        DashboardDbContext? context = null;
        WriteTransaction? write = null;
        try
        {
            context = await contexts.CreateDbContextAsync(cancellationToken);
            context.DemandWriting(listenerId);
            await context.Database.OpenConnectionAsync(cancellationToken);
            var transaction = await context.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            write = new WriteTransaction(context, transaction, listenerId, playsChanged, leases.Current, () => _turn.Release());
            if (options.Value.Provider == DatabaseProvider.Postgres)
            {
                await using var turn = write.Command(PostgresTurn);
                turn.CommandTimeout = PatienceSeconds;
                await turn.ExecuteNonQueryAsync(cancellationToken);
            }

            await write.CheckLeaseAsync(cancellationToken);
            return write;
        }
        catch
        {
            if (write is not null)
            {
                await write.DisposeAsync();
            }
            else
            {
                await (context?.DisposeAsync() ?? ValueTask.CompletedTask);
                _turn.Release();
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
