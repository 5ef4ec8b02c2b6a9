using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.History;

/// <summary>Which plays of a log a <see cref="HistoryQuery"/> shows, and in which order. Immutable and shared by all who ask for the same.</summary>
/// <remarks>All plays by time need no list: their places follow from the runs. Everything else is four bytes a play.</remarks>
public sealed class HistoryOrder
{
    private readonly IReadOnlyList<LogRun> _runs;

    /// <summary>Plays before each run, in the order of time.</summary>
    private readonly int[] _before;

    /// <summary>Indices of plays in the order of time or, where <see cref="_isSorted"/>, of the query; null where all are shown.</summary>
    private readonly int[]? _plays;

    private readonly bool _isSorted;
    private readonly bool _isDescending;

    private HistoryOrder(ListeningView view, HistoryQuery query, int[]? plays, bool isSorted)
    {
        _runs = view.Runs;
        _before = new int[_runs.Count + 1];
        for (var run = 0; run < _runs.Count; run++)
        {
            _before[run + 1] = _before[run] + _runs[run].End - _runs[run].First;
        }

        (_plays, _isSorted, _isDescending) = (plays, isSorted, query.IsDescending);
        Count = plays?.Length ?? _before[^1];
    }

    /// <summary>How many plays are shown.</summary>
    public int Count { get; }

    /// <summary>Bytes that the list takes.</summary>
    internal long SizeBytes => 256 + (4L * (_plays?.Length ?? 0));

    /// <summary>The index in the log of the play at a place, the first being 0.</summary>
    public int this[int place]
    {
        get
        {
            if (_isSorted && _plays is not null)
            {
                return _plays[place];
            }

            var byTime = _isDescending ? Count - 1 - place : place;
            if (_plays is not null)
            {
                return _plays[byTime];
            }

            var found = Array.BinarySearch(_before, byTime);
            var run = found >= 0 ? found : ~found - 1;

            // A run without plays begins where the next one does.
            while (_before[run + 1] <= byTime)
            {
                run++;
            }

            return _runs[run].First + byTime - _before[run];
        }
    }

    /// <summary>Finds the plays of <paramref name="view"/> that <paramref name="query"/> asks for.</summary>
    public static HistoryOrder Of(ListeningView view, HistoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(query);
        var shown = query.Filter.TracksOf(view.Log.Catalogue);
        if (shown is null && query.IsByTime)
        {
            return new HistoryOrder(view, query, plays: null, isSorted: false);
        }

        var plays = PlaysOf(view, shown);
        return query.IsByTime
            ? new HistoryOrder(view, query, plays, isSorted: false)
            : new HistoryOrder(view, query, Sorted(view, query, plays), isSorted: true);
    }

    /// <summary>The first place at which the play began before a moment, or at it or after where the order ascends. Only by time.</summary>
    /// <param name="started">Starts of the log's plays.</param>
    /// <param name="momentMs">Milliseconds since 1970 (UTC).</param>
    public int PlaceBefore(ReadOnlySpan<long> started, long momentMs)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var isBefore = started[this[middle]] < momentMs;
            (low, high) = isBefore == _isDescending ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static int[] PlaysOf(ListeningView view, bool[]? shown)
    {
        var log = view.Log;
        var countsAs = log.Catalogue.CountsAs;
        var plays = new int[view.Runs.Sum(run => run.End - run.First)];
        var count = 0;
        foreach (var run in view.Runs)
        {
            var tracks = log.TrackIndexes;
            for (var index = run.First; index < run.End; index++)
            {
                plays[count] = index;
                count += shown is null || shown[countsAs[tracks[index]]] ? 1 : 0;
            }
        }

        return count == plays.Length ? plays : plays[..count];
    }

    private static int[] Sorted(ListeningView view, HistoryQuery query, int[] plays)
    {
        if (query.Sort == HistorySort.Length)
        {
            return ByLength(view.Log.MsPlayed, plays, query.IsDescending);
        }

        var order = view.Facts.GetOrFind(facts => NameRanks.Of(facts.Log.Catalogue));
        return ByRank(view.Log.TrackIndexes, query.Sort == HistorySort.Title ? order.ByTitle : order.ByArtist, plays, query.IsDescending);
    }

    private static int[] ByLength(ReadOnlySpan<int> msPlayed, int[] plays, bool isDescending)
    {
        var keys = new long[plays.Length];
        for (var place = 0; place < keys.Length; place++)
        {
            // Of equal lengths the newest first.
            var ms = msPlayed[plays[place]];
            keys[place] = ((long)(isDescending ? int.MaxValue - ms : ms) << 32) | (uint)(int.MaxValue - plays[place]);
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, key => int.MaxValue - (int)(uint)key);
    }

    private static int[] ByRank(ReadOnlySpan<int> tracks, int[] ranks, int[] plays, bool isDescending)
    {
        var last = ranks.Length;
        var next = new int[last + 2];
        foreach (var play in plays)
        {
            next[RankOf(tracks[play]) + 1]++;
        }

        for (var rank = 1; rank < next.Length; rank++)
        {
            next[rank] += next[rank - 1];
        }

        var sorted = new int[plays.Length];
        for (var place = plays.Length - 1; place >= 0; place--)
        {
            sorted[next[RankOf(tracks[plays[place]])]++] = plays[place];
        }

        return sorted;

        int RankOf(int track) => isDescending ? last - ranks[track] : ranks[track];
    }
}
