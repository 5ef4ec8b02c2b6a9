using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Operations.Replicas;

/// <summary>Signs this server in among those on the database before anything else of it starts, and refuses where it may not be the second.</summary>
/// <remarks>Only on PostgreSQL: a SQLite file is served by one. Commands beside a server are no replicas.</remarks>
internal sealed partial class ReplicaPresence(
    IDbContextFactory<DashboardDbContext> contexts,
    LeaseClock clock,
    IOptions<DatabaseOptions> database,
    IOptions<LeaseOptions> leases,
    IOptions<AccessOptions> access,
    ILogger<ReplicaPresence> logger) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);

    private readonly string _me = LeaseHolder.Create();

    private bool IsShared => database.Value.Provider == DatabaseProvider.Postgres;

    /// <summary>Signs in. Another one that seems alive without a certificate for the keys is watched until it gives a sign of life or its last one is too old.</summary>
    /// <exception cref="InvalidOperationException">Another one is alive, and the keys in the database are not wrapped.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!IsShared)
        {
            return;
        }

        var seen = await TrySignInAsync(cancellationToken);
        while (seen.Count > 0)
        {
            await Task.Delay(s_look, cancellationToken);
            var now = await TrySignInAsync(cancellationToken);
            if (now.Any(other => !seen.TryGetValue(other.Key, out var before) || before < other.Value))
            {
                throw new InvalidOperationException(
                    $"Another replica of the dashboard runs on this database (on {now.Keys.First().Split('/')[0]}): several need Access:KeyRingCertificate, which wraps the keys they share.");
            }

            seen = now;
        }
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Signs out, so that a successor need not wait.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (!IsShared)
        {
            return;
        }

        try
        {
            await AskAsync(table => table.LeaveAsync(_me, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or ObjectDisposedException or OperationCanceledException)
        {
            // Its last sign of life grows old by itself.
            LogNotTold(exception);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsShared)
        {
            return;
        }

        // Real time, as the database's clock is.
        using var timer = new PeriodicTimer(leases.Value.LeaseTime / 3);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await AskAsync(table => table.SignAsync(_me, stoppingToken), stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The outermost frame: an exception that leaves it stops the whole host.
                LogNotTold(exception);
            }
        }
    }

    /// <summary>Signs in where that is allowed.</summary>
    /// <returns>Who stands in the way, with their last sign of life.</returns>
    private async Task<Dictionary<string, long>> TrySignInAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var table = new ReplicaTable(connection, transaction, clock);
        await table.LockAsync(cancellationToken);
        var others = access.Value.KeyRingCertificate.Length > 0 ? [] : await table.OthersAsync(_me, leases.Value.LeaseTime, cancellationToken);
        if (others.Count == 0)
        {
            await table.SignAsync(_me, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return others;
    }

    private async Task AskAsync(Func<ReplicaTable, Task> ask, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await ask(new ReplicaTable(context.Database.GetDbConnection(), transaction: null, clock));
    }

    [LoggerMessage(LogLevel.Warning, "Could not tell the other replicas how this one is")]
    private partial void LogNotTold(Exception exception);
}
