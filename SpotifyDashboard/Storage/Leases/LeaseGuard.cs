using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SpotifyDashboard.Storage.Leases;

/// <summary>Asks, within the transaction of every write of a context, whether the lease it is made under is still held.</summary>
internal sealed class LeaseGuard(LeaseScope scope) : DbCommandInterceptor, IDbTransactionInterceptor, ISaveChangesInterceptor
{
    /// <summary>A change of one row has no transaction by itself; under a lease it gets one.</summary>
    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (scope.Current is not null && eventData?.Context is { } context)
        {
            context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>Every transaction of a context begins with the question.</summary>
    public async ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        if (scope.Current is { } lease)
        {
            try
            {
                await lease.CheckAsync(connection, result, cancellationToken);
            }
            catch
            {
                await result.RollbackAsync(CancellationToken.None);
                throw;
            }
        }

        return result;
    }

    /// <summary>A statement by itself gets a transaction with the question in it.</summary>
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (scope.Current is not { } lease || command.Transaction is not null || command.Connection is not { } connection)
        {
            return result;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await lease.CheckAsync(connection, transaction, cancellationToken);
        command.Transaction = transaction;
        var rows = await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return InterceptionResult<int>.SuppressWithResult(rows);
    }
}
