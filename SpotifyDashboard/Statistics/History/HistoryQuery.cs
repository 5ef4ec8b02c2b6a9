namespace SpotifyDashboard.Statistics.History;

/// <summary>What a page over the history asks for within its period: which plays, in which order.</summary>
/// <param name="Filter">Which plays.</param>
/// <param name="Sort">By what.</param>
/// <param name="IsDescending">Whether the last come first: the newest, the longest, Z.</param>
public sealed record HistoryQuery(HistoryFilter Filter, HistorySort Sort = HistorySort.Time, bool IsDescending = true)
{
    /// <summary>Whether the plays stand as they were played, so that a gap has its place among them.</summary>
    public bool IsByTime => Sort == HistorySort.Time;

    /// <summary>Reads the order from an address; what is no order is the usual one: newest first.</summary>
    /// <param name="filter">Which plays.</param>
    /// <param name="sort"><c>time</c>, <c>title</c>, <c>artist</c> or <c>length</c>.</param>
    /// <param name="direction"><c>asc</c> or <c>desc</c>; names begin with A and the rest with the most where it is missing.</param>
    public static HistoryQuery Of(HistoryFilter filter, string? sort, string? direction)
    {
        var by = Enum.TryParse<HistorySort>(sort, ignoreCase: true, out var told) && Enum.IsDefined(told) ? told : HistorySort.Time;
        return new HistoryQuery(filter, by, direction switch { "asc" => false, "desc" => true, _ => BeginsDescending(by) });
    }

    /// <summary>Whether a column that is chosen anew is sorted from its end.</summary>
    public static bool BeginsDescending(HistorySort sort) => sort is HistorySort.Time or HistorySort.Length;
}
