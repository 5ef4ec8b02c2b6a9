using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Storage.Leases;

/// <summary>Hands out leases: of all processes on the database one does a thing at a time, and one that fell silent is followed by another.</summary>
/// <remarks>
/// A lease of a dead process of this machine is free at once, that of a silent one when it has expired by the database's clock. The book renews
/// what this process holds three times in that span and ends <see cref="Lease.Lost"/> where it comes too late.
/// </remarks>
public sealed partial class LeaseBook : IHostedService, IAsyncDisposable
{
    /// <summary>Numbers of what nobody wants any more are forgotten; no process is paused that long and goes on.</summary>
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(7);

    private readonly IDbContextFactory<DashboardDbContext> _contexts;
    private readonly LeaseScope _scope;
    private readonly LeaseClock _clock;
    private readonly DatabaseProvider _provider;
    private readonly TimeSpan _length;
    private readonly ILogger<LeaseBook> _logger;
    private readonly ConcurrentDictionary<string, Lease> _held = new(StringComparer.Ordinal);
    private readonly string _me = LeaseHolder.Create();
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private Task _keeping = Task.CompletedTask;

    internal LeaseBook(
        IDbContextFactory<DashboardDbContext> contexts, LeaseScope scope, LeaseClock clock, IOptions<DatabaseOptions> database, IOptions<LeaseOptions> options, ILogger<LeaseBook> logger)
    {
        (_contexts, _scope, _clock, _logger) = (contexts, scope, clock, logger);
        (_provider, _length) = (database.Value.Provider, options.Value.LeaseTime);
    }

    /// <summary>Takes a lease.</summary>
    /// <param name="name">What is to be done by one process at a time, for example <c>poll:12</c>.</param>
    /// <param name="cancellationToken">Ends the taking.</param>
    /// <returns>The lease, to be disposed; null where somebody holds it, this process included.</returns>
    public async Task<Lease?> TakeAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var fence = await AskAsync((table, cancel) => table.ClaimAsync(name, _me, (long)_length.TotalMilliseconds, cancel), cancellationToken);
        if (fence is null)
        {
            return null;
        }

        var lease = new Lease(this, name, fence.Value);
        if (_held.TryGetValue(name, out var before))
        {
            // This process held it itself and was late.
            before.Lose();
        }

        _held[name] = lease;
        Keep();
        return lease;
    }

    /// <summary>Does something under a lease: its writes are refused, and it is cancelled, once another process has taken over.</summary>
    /// <param name="name">What is to be done by one process at a time.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether it was done to its end; false where another process does it or has taken it over.</returns>
    public async Task<bool> RunAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var lease = await TakeAsync(name, cancellationToken);
        if (lease is null)
        {
            return false;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        using var inside = _scope.Enter(lease);
        try
        {
            await work(either.Token);
            return true;
        }
        catch (Exception exception) when (lease.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested && exception is LeaseLostException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Nothing is held yet.</summary>
    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gives back what work that did not end in time still holds, so that another process need not wait; what it writes late is refused.</summary>
    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        foreach (var lease in _held.Values)
        {
            await lease.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Services that are registered under two types are disposed of twice.
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        await _closing.CancelAsync();
        await _keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var lease in _held.Values)
        {
            // The services that ask the database are going too, so it cannot be given back: it expires by itself.
            lease.Lose();
        }

        _closing.Dispose();
    }

    /// <summary>Gives signs of life for everything this process holds, and finds out what it has lost.</summary>
    internal async Task RenewAsync(CancellationToken cancellationToken)
    {
        // What is taken from here on is not asked about; and while SQLite's one writer is this process, nobody else can take anything.
        Lease[] held = [.. _held.Values];
        if (held.Length == 0 || (_provider == DatabaseProvider.Sqlite && held.Any(static lease => lease.IsWriting)))
        {
            return;
        }

        var still = await AskAsync((table, cancel) => table.RenewAsync(_me, cancel), cancellationToken);
        foreach (var lease in held.Where(lease => !lease.IsOver && !lease.Lost.IsCancellationRequested && !still.Contains((lease.Name, lease.Fence))))
        {
            LogLost(lease.Name, lease.Fence);
            lease.Lose();
        }
    }

    internal async Task CheckAsync(Lease lease, DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (await new LeaseTable(connection, transaction, _provider, _clock).IsHeldAsync(lease.Name, _me, lease.Fence, cancellationToken))
        {
            return;
        }

        LogRefused(lease.Name, lease.Fence);
        lease.Lose();
        throw new LeaseLostException(lease.Name, lease.Fence);
    }

    /// <summary>On SQLite a long transaction keeps the renewals out: it counts as one. On PostgreSQL they go on beside it.</summary>
    internal async Task ProlongAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (_provider == DatabaseProvider.Sqlite)
        {
            await new LeaseTable(connection, transaction, _provider, _clock).RenewAsync(_me, cancellationToken);
        }
    }

    internal async Task ReleaseAsync(Lease lease)
    {
        _held.TryRemove(KeyValuePair.Create(lease.Name, lease));
        if (lease.Lost.IsCancellationRequested)
        {
            return;
        }

        try
        {
            await AskAsync(
                async (table, cancel) =>
                {
                    await table.ReleaseAsync(lease.Name, _me, lease.Fence, cancel);
                    return true;
                },
                CancellationToken.None);
        }
        catch (DbException exception)
        {
            // It expires by itself a little later.
            LogNotReleased(exception, lease.Name);
        }
    }

    private async Task<T> AskAsync<T>(Func<LeaseTable, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        return await ask(new LeaseTable(context.Database.GetDbConnection(), transaction: null, _provider, _clock), cancellationToken);
    }

    /// <summary>Sees that renewals go on; begun with the first lease, so that a program without any asks nothing.</summary>
    private void Keep()
    {
        lock (_gate)
        {
            if (_clock.IsDriven || !_keeping.IsCompleted || _closing.IsCancellationRequested)
            {
                return;
            }

            // It outlives whoever took the first lease, and works for none of those who come later.
            using var own = ExecutionContext.SuppressFlow();
            _keeping = Task.Run(() => KeepAsync(_closing.Token));
        }
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        // Real time, whatever clock the program runs by: so is the database's.
        using var timer = new PeriodicTimer(_length / 3);
        await ForgetAsync(cancellationToken);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await RenewAsync(cancellationToken);
            }
            catch (DbException exception)
            {
                // Without the database nobody can take anything over; the next renewal finds out what has become of it.
                LogNotRenewed(exception);
            }
        }
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(
                async (table, cancel) =>
                {
                    await table.ForgetAsync((long)s_kept.TotalMilliseconds, cancel);
                    return true;
                },
                cancellationToken);
        }
        catch (DbException exception)
        {
            LogNotRenewed(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Lost {Lease} (number {Fence}): this process was silent too long, and another has taken over")]
    private partial void LogLost(string lease, long fence);

    [LoggerMessage(LogLevel.Warning, "Refused a late write of {Lease} (number {Fence}): another process has taken over, and nothing of it was stored")]
    private partial void LogRefused(string lease, long fence);

    [LoggerMessage(LogLevel.Warning, "Could not give signs of life; the next one is due as usual")]
    private partial void LogNotRenewed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Could not give back {Lease}; it expires by itself")]
    private partial void LogNotReleased(Exception exception, string lease);
}
