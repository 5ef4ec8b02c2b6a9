using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Statistics;

/// <summary>Finds listener, plays, zone and rule for a statistic. What it hands out is shared by all who ask for the same.</summary>
public sealed class StatisticsService(ListenerDirectory directory, ListeningLogs logs, TimeProvider time)
{
    private const long DayMs = 86_400_000;

    /// <summary>A few hundred numbers per zone that was ever asked for.</summary>
    private readonly ConcurrentDictionary<(string Zone, int FirstYear, int LastYear), ZoneOffsets> _offsets = new();

    /// <summary>Views live as long as their log: one that is replaced or dropped takes its views along.</summary>
    private readonly ConditionalWeakTable<ListeningLog, LogViews> _views = [];

    /// <summary>The view of the listener whose dashboard this is; null while there is none (neither own plays nor demo).</summary>
    /// <param name="period">Local days, both included.</param>
    /// <param name="rule">Which plays count; null for the listener's own choice.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ListeningView?> ReadCurrentAsync(Period period, CountingRule? rule, CancellationToken cancellationToken) =>
        await directory.FindCurrentAsync(cancellationToken) is { } listener ? await ReadAsync(listener, period, rule, cancellationToken) : null;

    /// <summary>The view of <paramref name="listener"/>.</summary>
    /// <param name="listener">Whose plays, zone and rule.</param>
    /// <param name="period">Local days, both included.</param>
    /// <param name="rule">Which plays count; null for the listener's own choice.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ListeningView> ReadAsync(ListenerProfile listener, Period period, CountingRule? rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listener);
        var log = await logs.GetAsync(listener.Id, cancellationToken);
        var zone = listener.Zone;
        var today = listener.DayAt(time.GetUtcNow());
        var asked = new LogViews.Asked(period, rule ?? listener.CountingRule, zone.Id, today);
        return _views.GetOrCreateValue(log).GetOrMake(log, asked, facts => new ListeningView(log, period, asked.Rule, zone, OffsetsOf(zone, log), today, facts));
    }

    private ZoneOffsets OffsetsOf(TimeZoneInfo zone, ListeningLog log)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var first = log.Count == 0 ? now : log.StartedMs[0];
        var last = log.Count == 0 ? now : log.StartedMs[^1];
        return _offsets.GetOrAdd((zone.Id, YearOf(first), YearOf(last)), static (key, zone) => ZoneOffsets.Of(zone, StartOf(key.FirstYear), StartOf(key.LastYear + 1) + DayMs), zone);
    }

    private static int YearOf(long momentMs) => DateTimeOffset.FromUnixTimeMilliseconds(momentMs).Year;

    private static long StartOf(int year) => new DateTimeOffset(Math.Min(year, 9998), 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
