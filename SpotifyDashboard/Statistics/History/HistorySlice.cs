namespace SpotifyDashboard.Statistics.History;

/// <summary>One page of the history.</summary>
/// <param name="Items">Plays, newest first.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
/// <param name="Gaps">Open gaps among these plays, newest first.</param>
public sealed record HistorySlice(IReadOnlyList<HistoryItem> Items, string? Next, IReadOnlyList<HistoryGap> Gaps);
