using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>The views of one log that were asked for last, shared by all who read: a click on a period someone saw before costs nothing.</summary>
internal sealed class LogViews
{
    private const long Budget = 24L * 1024 * 1024;
    private const int BytesPerTrack = 32;
    private const int BytesBeside = 256 * 1024;
    private const int Least = 4;
    private const int Most = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<CountingRule, LogFacts> _facts = [];
    private readonly Dictionary<Asked, LinkedListNode<(Asked Asked, ListeningView View)>> _known = [];
    private readonly LinkedList<(Asked Asked, ListeningView View)> _newestFirst = new();

    /// <summary>The view under <paramref name="asked"/>, made where nobody has.</summary>
    public ListeningView GetOrMake(ListeningLog log, Asked asked, Func<LogFacts, ListeningView> make)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(asked, out var node))
            {
                _newestFirst.Remove(node);
                _newestFirst.AddFirst(node);
                return node.Value.View;
            }

            // Making a view finds where its period begins and ends; what costs time is computed later, outside the lock.
            if (!_facts.TryGetValue(asked.Rule, out var facts))
            {
                _facts.Add(asked.Rule, facts = new LogFacts(log, asked.Rule));
            }

            var view = make(facts);
            _known.Add(asked, _newestFirst.AddFirst((asked, view)));
            DropBeyond((int)Math.Clamp(Budget / (BytesBeside + ((long)log.Catalogue.Tracks.Count * BytesPerTrack)), Least, Most));
            return view;
        }
    }

    private void DropBeyond(int count)
    {
        while (_newestFirst.Count > count && _newestFirst.Last is { } last)
        {
            _known.Remove(last.Value.Asked);
            _newestFirst.RemoveLast();
        }
    }

    /// <summary>What tells the views of a log apart.</summary>
    internal readonly record struct Asked(Period Period, CountingRule Rule, string ZoneId, DateOnly Today);
}
