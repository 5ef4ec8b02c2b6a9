using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.History;

/// <summary>The rows of the list: the plays of an order, and the gaps between them where they stand by time. Lines are made when they come into sight.</summary>
public sealed class HistoryRows
{
    /// <summary>Rows of one part: a browser can't draw a list of a million rows, which is taller than it can count.</summary>
    public const int PartSize = 100_000;

    private readonly ListeningView _view;
    private readonly HistoryOrder _order;

    /// <summary>For each gap the place of the play that it stands above, ascending.</summary>
    private readonly (int Place, HistoryGap Gap)[] _gaps;

    internal HistoryRows(ListeningView view, HistoryQuery query, HistoryOrder order, IReadOnlyList<Gap> gaps)
    {
        (_view, _order) = (view, order);
        Query = query;
        _gaps = query.IsByTime && order.Count > 0 ? [.. Placed(gaps).OrderBy(placed => placed.Place)] : [];
    }

    /// <summary>What was asked for.</summary>
    public HistoryQuery Query { get; }

    /// <summary>Plays shown, whatever part.</summary>
    public int PlayCount => _order.Count;

    /// <summary>Plays of the period, shown or not.</summary>
    public int PeriodCount => _view.Runs.Sum(run => run.End - run.First);

    /// <summary>Rows: plays and gaps.</summary>
    public int Count => _order.Count + _gaps.Length;

    /// <summary>Parts in which the list is shown, at least one.</summary>
    public int PartCount => Math.Max(1, (Count + PartSize - 1) / PartSize);

    /// <summary>The listener's zone.</summary>
    public TimeZoneInfo Zone => _view.Zone;

    /// <summary>The version of the plays that these rows show.</summary>
    public long Version => _view.Log.Version;

    /// <summary>The line at a row.</summary>
    public HistoryLine this[int row]
    {
        get
        {
            var above = GapsAbove(row);
            return above < _gaps.Length && _gaps[above].Place + above == row
                ? new HistoryLine(row, Play: null, _gaps[above].Gap)
                : new HistoryLine(row, HistoryPlays.ItemOf(_view, _order[row - above]), Gap: null);
        }
    }

    /// <summary>How many rows stand above a play in an order by time that begins with the newest: those that came after it.</summary>
    /// <param name="startedAt">When the play began (UTC).</param>
    public int RowsAbove(DateTimeOffset startedAt)
    {
        var place = _order.PlaceBefore(_view.Log.StartedMs, startedAt.ToUnixTimeMilliseconds() + 1);
        return place + _gaps.Count(gap => gap.Place <= place && gap.Place > 0);
    }

    /// <summary>First and last day of a part, as the list is sorted by time; null where it is not.</summary>
    public (DateTimeOffset First, DateTimeOffset Last)? DaysOf(int part)
    {
        if (!Query.IsByTime || _order.Count == 0)
        {
            return null;
        }

        return (At(part * PartSize), At(((part + 1) * PartSize) - 1));

        DateTimeOffset At(int row)
        {
            var place = Math.Clamp(row - GapsAbove(row), 0, _order.Count - 1);
            return TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(_view.Log.StartedMs[_order[place]]), Zone);
        }
    }

    /// <summary>Gaps whose row comes before <paramref name="row"/>.</summary>
    private int GapsAbove(int row)
    {
        var above = 0;
        while (above < _gaps.Length && _gaps[above].Place + above < row)
        {
            above++;
        }

        return above;
    }

    /// <summary>The open gaps among the plays shown, each at the first play on its far side.</summary>
    private IEnumerable<(int Place, HistoryGap Gap)> Placed(IReadOnlyList<Gap> gaps)
    {
        var (one, other) = (EndOf(0), EndOf(_order.Count - 1));
        var (oldest, newest) = one < other ? (one, other) : (other, one);
        foreach (var gap in HistoryGap.Within(gaps, oldest, newest))
        {
            yield return (_order.PlaceBefore(_view.Log.StartedMs, gap.To.ToUnixTimeMilliseconds() - 1), gap);
        }

        DateTimeOffset EndOf(int place) => DateTimeOffset.FromUnixTimeMilliseconds(_view.Log.EndedMs(_order[place]));
    }
}
