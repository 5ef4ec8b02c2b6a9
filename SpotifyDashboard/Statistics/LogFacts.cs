using System.Collections.Concurrent;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>What is true of a whole log under a counting rule, whatever the period: found once, when first asked for, and shared by all views.</summary>
/// <param name="log">The plays.</param>
/// <param name="rule">Which of them count.</param>
public sealed class LogFacts(ListeningLog log, CountingRule rule)
{
    private readonly Lazy<CountedPlays> _counted = new(() => CountedPlays.Of(log, rule));
    private readonly ConcurrentDictionary<Type, Lazy<object>> _found = new();

    /// <summary>The plays.</summary>
    public ListeningLog Log => log;

    /// <summary>Says of each play whether it counts.</summary>
    public CountedPlays Counted => _counted.Value;

    /// <summary>What <paramref name="find"/> makes of the log, found once for all who ask for a <typeparamref name="T"/>.</summary>
    /// <param name="find">A pure function of these facts; it does not fail.</param>
    /// <typeparam name="T">What is found; kept as long as the log, so a few bytes per track at most.</typeparam>
    public T GetOrFind<T>(Func<LogFacts, T> find)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(find);
        return (T)_found.GetOrAdd(typeof(T), static (_, work) => new Lazy<object>(() => work.Find(work.Facts)), (Facts: this, Find: find)).Value;
    }
}
