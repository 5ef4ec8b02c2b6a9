using System.Collections.Concurrent;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>What every statistic is a function of: a log, a period, a counting rule and a time zone. Immutable; what several statistics need is computed once.</summary>
public sealed class ListeningView
{
    private readonly Lazy<TrackTotals> _tracks;
    private readonly Lazy<DayTotals> _days;
    private readonly Lazy<ListeningView?> _previous;
    private readonly ConcurrentDictionary<object, Lazy<object?>> _computed = new();

    /// <param name="log">The plays.</param>
    /// <param name="period">Local days, both included.</param>
    /// <param name="rule">Which plays count.</param>
    /// <param name="zone">The listener's time zone.</param>
    /// <param name="offsets">The zone's offsets over the log's span.</param>
    /// <param name="today">The current local day.</param>
    /// <param name="facts">What is known of the whole log under this rule; null to find it anew.</param>
    public ListeningView(ListeningLog log, Period period, CountingRule rule, TimeZoneInfo zone, ZoneOffsets offsets, DateOnly today, LogFacts? facts = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(offsets);
        Log = log;
        Period = period;
        Rule = rule;
        Zone = zone;
        Offsets = offsets;
        Today = today;
        Facts = facts ?? new LogFacts(log, rule);
        Runs = offsets.RunsOf(log, period);
        _tracks = new Lazy<TrackTotals>(() => TrackTotals.Of(Log, Runs, Counted));
        _days = new Lazy<DayTotals>(() => DayTotals.Of(this));
        _previous = new Lazy<ListeningView?>(() => Period.Previous(Today) is { } previous ? Over(previous) : null);
    }

    /// <summary>The plays.</summary>
    public ListeningLog Log { get; }

    /// <summary>Local days, both included.</summary>
    public Period Period { get; }

    /// <summary>Which plays count.</summary>
    public CountingRule Rule { get; }

    /// <summary>The zone in which days and hours are counted.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The zone's offsets over the log's span.</summary>
    public ZoneOffsets Offsets { get; }

    /// <summary>The current local day.</summary>
    public DateOnly Today { get; }

    /// <summary>What is true of the whole log under this rule, whatever the period.</summary>
    public LogFacts Facts { get; }

    /// <summary>Says of each play whether it counts.</summary>
    public CountedPlays Counted => Facts.Counted;

    /// <summary>The plays of the period, counted or not, in order.</summary>
    public IReadOnlyList<LogRun> Runs { get; }

    /// <summary>Counted plays per track.</summary>
    public TrackTotals Tracks => _tracks.Value;

    /// <summary>Counted plays per local day.</summary>
    public DayTotals Days => _days.Value;

    /// <summary>What <paramref name="compute"/> makes of this view, computed once for all who ask under the same key.</summary>
    /// <param name="key">Names the result with all that it depends on besides the view; compared by value.</param>
    /// <param name="compute">A pure function; a failure is handed to everyone waiting and then forgotten.</param>
    /// <typeparam name="T">What is made; kept as long as the view, so it must be small.</typeparam>
    public T GetOrCompute<T>(object key, Func<ListeningView, T> compute)
    {
        var result = _computed.GetOrAdd((typeof(T), key), static (_, work) => new Lazy<object?>(() => Timed(work.View, work.Compute)), (View: this, Compute: compute));
        try
        {
            return (T)result.Value!;
        }
        catch
        {
            _computed.TryRemove(KeyValuePair.Create((object)(typeof(T), key), result));
            throw;
        }
    }

    /// <summary>The same over the equally long stretch just before; null where the period has no first day.</summary>
    public ListeningView? Previous() => _previous.Value;

    /// <summary>The same over another period.</summary>
    public ListeningView Over(Period period) => new(Log, period, Rule, Zone, Offsets, Today, Facts);

    /// <summary>The same over the plays of some tracks alone. Not kept: whoever asks again makes it anew, in one pass over the plays.</summary>
    /// <param name="isWanted">One entry per track of the log's catalogue.</param>
    public ListeningView Only(ReadOnlySpan<bool> isWanted) => new(Log.Only(isWanted), Period, Rule, Zone, Offsets, Today);

    private static object? Timed<T>(ListeningView view, Func<ListeningView, T> compute)
    {
        using var step = ProgramTrace.Begin(ProgramTrace.Statistic);
        return compute(view);
    }
}
