using System.Runtime.CompilerServices;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.History;

/// <summary>The orders that were asked for last, for all tabs: a few per log, and gone with it.</summary>
internal sealed class HistoryOrders
{
    private readonly ConditionalWeakTable<ListeningLog, Shelf> _shelves = [];

    /// <summary>The order, found where nobody has.</summary>
    public HistoryOrder Get(ListeningView view, HistoryQuery query)
    {
        var shelf = _shelves.GetOrCreateValue(view.Log);
        var key = new Asked(view.Period, view.Zone.Id, query);
        if (shelf.Find(key) is { } known)
        {
            return known;
        }

        var found = HistoryOrder.Of(view, query);
        shelf.Keep(key, found);
        return found;
    }

    private sealed record Asked(Period Period, string ZoneId, HistoryQuery Query);

    /// <summary>The orders of one log, the one used last at the end.</summary>
    private sealed class Shelf
    {
        private const long Budget = 16L * 1024 * 1024;
        private const int Most = 64;

        private readonly Lock _gate = new();
        private readonly List<(Asked Asked, HistoryOrder Order)> _kept = [];

        public HistoryOrder? Find(Asked asked)
        {
            lock (_gate)
            {
                var place = _kept.FindIndex(kept => kept.Asked == asked);
                if (place < 0)
                {
                    return null;
                }

                var found = _kept[place];
                _kept.RemoveAt(place);
                _kept.Add(found);
                return found.Order;
            }
        }

        public void Keep(Asked asked, HistoryOrder order)
        {
            lock (_gate)
            {
                _kept.RemoveAll(kept => kept.Asked == asked);
                _kept.Add((asked, order));
                while (_kept.Count > Most || (_kept.Count > 1 && _kept.Sum(kept => kept.Order.SizeBytes) > Budget))
                {
                    _kept.RemoveAt(0);
                }
            }
        }
    }
}
