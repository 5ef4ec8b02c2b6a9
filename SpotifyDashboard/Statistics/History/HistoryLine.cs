namespace SpotifyDashboard.Statistics.History;

/// <summary>One row of the list: a play, or a gap between two.</summary>
/// <param name="Row">Its place in the whole list, from 0.</param>
/// <param name="Play">The play; null where the row is a gap.</param>
/// <param name="Gap">The gap; null where the row is a play.</param>
public sealed record HistoryLine(int Row, HistoryItem? Play, HistoryGap? Gap)
{
    /// <summary>What tells the row apart whatever its place.</summary>
    public object Key => Play?.Id ?? (object?)Gap ?? Row;
}
