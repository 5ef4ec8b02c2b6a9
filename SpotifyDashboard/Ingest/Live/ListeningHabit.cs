using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Knows at which hours of the week a listener usually listens, from the last eight weeks.</summary>
internal sealed class ListeningHabit : IDisposable
{
    private const int Weeks = 8;
    private const int HoursOfWeek = 168;
    private const long Hour = 3_600_000;

    /// <summary>Habits change slowly.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromHours(6);

    private readonly IDbContextFactory<DashboardDbContext> _contexts;
    private readonly TimeProvider _time;
    private readonly IDisposable _subscription;
    private readonly ConcurrentDictionary<int, (DateTimeOffset ReadAt, double[] Plays)> _known = new();

    public ListeningHabit(IDbContextFactory<DashboardDbContext> contexts, ListenerGone listenerGone, TimeProvider time)
    {
        (_contexts, _time) = (contexts, time);
        _subscription = listenerGone.Subscribe(listener => _known.TryRemove(listener, out _));
    }

    public void Dispose() => _subscription.Dispose();

    /// <summary>Plays that usually begin within the coming hour.</summary>
    public async Task<double> UsualPlaysAsync(int listenerId, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (!_known.TryGetValue(listenerId, out var known) || now - known.ReadAt > s_fresh)
        {
            known = (now, await ReadAsync(listenerId, now, cancellationToken));
            _known[listenerId] = known;
        }

        // Hours of UTC: the same hour of the week is the same hour of the listener's, but for the day the clocks change.
        return known.Plays[now.ToUnixTimeMilliseconds() / Hour % HoursOfWeek];
    }

    private async Task<double[]> ReadAsync(int listenerId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plays = new double[HoursOfWeek];
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText =
            $"SELECT started_at / {Hour} % {HoursOfWeek}, COUNT(*) FROM plays WHERE listener_id = @listener AND started_at >= @since GROUP BY started_at / {Hour} % {HoursOfWeek}";
        command.AddParameter("listener", listenerId);
        command.AddParameter("since", now.AddDays(-7 * Weeks).ToUnixTimeMilliseconds());
        await using DbDataReader rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            plays[rows.GetInt64(0)] = rows.GetInt64(1) / (double)Weeks;
        }

        return plays;
    }
}
