using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Follows Spotify on a driven clock.</summary>
internal sealed class Simulation(
    PlayPoller poller,
    PollTurns turns,
    SimulatedTime clock,
    RequestStamp requests,
    IDbContextFactory<DashboardDbContext> contexts,
    IOptions<IngestOptions> options)
{
    /// <summary>Real time in which work that waits for nothing but the clock has come to its wait.</summary>
    private static readonly TimeSpan s_idle = TimeSpan.FromMilliseconds(60);

    /// <summary>Real time after which a request that is under way counts as stalled.</summary>
    private static readonly TimeSpan s_stalled = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestLogin = TimeSpan.FromMinutes(30);

    private readonly Dictionary<int, DateTimeOffset> _lastGood = [];
    private TimeSpan _worst;

    /// <summary>Waits until a listener is connected.</summary>
    /// <returns>False where nobody is within half an hour of simulated time.</returns>
    public async Task<bool> ConnectAsync(CancellationToken cancellationToken)
    {
        for (var end = clock.GetUtcNow() + s_longestLogin; clock.GetUtcNow() < end;)
        {
            if ((await turns.ConnectedAsync(cancellationToken)).Count > 0)
            {
                return true;
            }

            await Task.Delay(requests.UnderWay > 0 ? s_stalled / 20 : s_idle, TimeProvider.System, cancellationToken);
            clock.AdvanceTo(clock.GetUtcNow() + (requests.UnderWay > 0 ? TimeSpan.Zero : s_step * 30));
        }

        return false;
    }

    /// <summary>Polls whoever is due at every wake, for so long.</summary>
    public async Task<SimulationSummary> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var (calls, plays, gaps) = await CountAsync(cancellationToken);
        var end = clock.GetUtcNow() + duration;
        var polls = 0;
        for (var wake = clock.GetUtcNow(); wake <= end; wake += options.Value.WakeEvery)
        {
            clock.AdvanceTo(wake);
            var polling = poller.PollDueAsync(cancellationToken);
            await DriveAsync(polling, cancellationToken);
            if (await polling is > 0 and var polled)
            {
                polls += polled;
                await NoteWaitsAsync(cancellationToken);
            }
        }

        var (callsNow, playsNow, gapsNow) = await CountAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var failure = await context.PollStates.Where(poll => poll.FailingSince != null).Select(poll => poll.LastFailure).FirstOrDefaultAsync(cancellationToken);
        return new SimulationSummary(polls, callsNow - calls, playsNow - plays, gapsNow - gaps, _worst, failure);
    }

    /// <summary>Moves the clock on while work waits for it: a second whenever nothing happens, also where a request is stalled.</summary>
    private async Task DriveAsync(Task work, CancellationToken cancellationToken)
    {
        var real = TimeProvider.System;
        var since = real.GetTimestamp();
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(s_look, real, cancellationToken));
            var patience = requests.UnderWay > 0 ? s_stalled : s_idle;
            if (real.GetElapsedTime(since) >= patience)
            {
                clock.AdvanceTo(clock.GetUtcNow() + (requests.UnderWay > 0 ? s_step * 15 : s_step));
                since = real.GetTimestamp();
            }
        }
    }

    private async Task NoteWaitsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var state in await context.PollStates.AsNoTracking().Where(poll => poll.LastSuccessAt != null).ToListAsync(cancellationToken))
        {
            var good = state.LastSuccessAt ?? clock.GetUtcNow();
            if (_lastGood.TryGetValue(state.ListenerId, out var before) && good - before > _worst)
            {
                _worst = good - before;
            }

            _lastGood[state.ListenerId] = good;
        }
    }

    /// <summary>Calls ever counted, plays and gaps; old calls are forgotten, their numbers are not given twice.</summary>
    private async Task<(long Calls, long Plays, long Gaps)> CountAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT COALESCE((SELECT MAX(id) FROM api_calls), 0), (SELECT COUNT(*) FROM plays), (SELECT COUNT(*) FROM gaps)";
        await using DbDataReader rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return (Number(0), Number(1), Number(2));

        long Number(int column) => Convert.ToInt64(rows.GetValue(column), CultureInfo.InvariantCulture);
    }
}
