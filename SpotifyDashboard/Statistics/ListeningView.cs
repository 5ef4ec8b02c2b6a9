using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>What every statistic is a function of: a log, a period, a counting rule and a time zone. Immutable; what several statistics need is computed once.</summary>
public sealed class ListeningView
{
    private readonly Lazy<TrackTotals> _tracks;
    private readonly Lazy<DayTotals> _days;

    /// <param name="log">The plays.</param>
    /// <param name="period">Local days, both included.</param>
    /// <param name="rule">Which plays count.</param>
    /// <param name="zone">The listener's time zone.</param>
    /// <param name="offsets">The zone's offsets over the log's span.</param>
    /// <param name="today">The current local day.</param>
    public ListeningView(ListeningLog log, Period period, CountingRule rule, TimeZoneInfo zone, ZoneOffsets offsets, DateOnly today)
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
        Counted = CountedPlays.Of(log, rule);
        Runs = offsets.RunsOf(log, period);
        _tracks = new Lazy<TrackTotals>(() => TrackTotals.Of(Log, Runs, Counted));
        _days = new Lazy<DayTotals>(() => DayTotals.Of(this));
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

    /// <summary>Says of each play whether it counts.</summary>
    public CountedPlays Counted { get; }

    /// <summary>The plays of the period, counted or not, in order.</summary>
    public IReadOnlyList<LogRun> Runs { get; }

    /// <summary>Counted plays per track.</summary>
    public TrackTotals Tracks => _tracks.Value;

    /// <summary>Counted plays per local day.</summary>
    public DayTotals Days => _days.Value;

    /// <summary>The same over the equally long stretch just before; null where the period has no first day.</summary>
    public ListeningView? Previous() =>
        Period.Previous(Today) is { } previous ? new ListeningView(Log, previous, Rule, Zone, Offsets, Today) : null;
}
