using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Failures;

namespace SpotifyDashboard.Caching;

/// <summary>Stores how the outside services last were: at once when one begins or ceases to fail, else once a minute.</summary>
internal sealed partial class ServiceStateKeeper(
    ServiceStates states,
    IDbContextFactory<DashboardDbContext> contexts,
    TimeProvider time,
    ILogger<ServiceStateKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    private readonly Channel<ServiceStatus> _toStore = Channel.CreateUnbounded<ServiceStatus>();
    private readonly ConcurrentDictionary<string, ServiceStatus> _pending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _wasFailing = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryRecallAsync(stoppingToken))
        {
            await Task.Delay(s_pause, time, stoppingToken);
        }

        using var subscription = states.Subscribe(Note);
        await using var timer = time.CreateTimer(_ => Release(), state: null, s_pause, s_pause);
        try
        {
            await foreach (var status in _toStore.Reader.ReadAllAsync(stoppingToken))
            {
                await StoreAsync(status, stoppingToken);
            }
        }
        finally
        {
            Release();
            while (_toStore.Reader.TryRead(out var last))
            {
                await StoreAsync(last, CancellationToken.None);
            }
        }
    }

    private void Note(ServiceStatus status)
    {
        _pending[status.Service] = status;
        if (!_wasFailing.TryGetValue(status.Service, out var was) || was != status.IsFailing)
        {
            _wasFailing[status.Service] = status.IsFailing;
            Release();
        }
    }

    private void Release()
    {
        foreach (var service in _pending.Keys)
        {
            if (_pending.TryRemove(service, out var status))
            {
                _toStore.Writer.TryWrite(status);
            }
        }
    }

    private async Task<bool> TryRecallAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            foreach (var row in await context.ServiceStates.AsNoTracking().ToListAsync(cancellationToken))
            {
                states.Recall(new ServiceStatus(row.Service) { LastSuccessAt = row.LastSuccessAt, LastFailureAt = row.LastFailureAt, LastFailure = row.LastFailure });
            }

            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // An exception that leaves a background service stops the whole host; a database that restarts is there again in a minute.
            LogNotRecalled(exception);
            return false;
        }
    }

    private async Task StoreAsync(ServiceStatus status, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO service_states (service, last_success_at, last_failure_at, last_failure)
                VALUES ({status.Service}, {status.LastSuccessAt?.ToUnixTimeMilliseconds()}, {status.LastFailureAt?.ToUnixTimeMilliseconds()}, {status.LastFailure})
                ON CONFLICT (service) DO UPDATE SET
                    last_success_at = excluded.last_success_at, last_failure_at = excluded.last_failure_at, last_failure = excluded.last_failure
                """,
                cancellationToken);
        }
        catch (Exception exception) when (exception is DbException || StorageFailure.Of(exception) is not null)
        {
            // Only what the status page shows is a minute older; the next one is stored in its stead.
            LogNotStored(exception, status.Service);
        }
    }

    [LoggerMessage(LogLevel.Warning, "How the outside services last were could not be read; it is tried again in a minute")]
    private partial void LogNotRecalled(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The state of {Service} could not be stored")]
    private partial void LogNotStored(Exception exception, string service);
}
