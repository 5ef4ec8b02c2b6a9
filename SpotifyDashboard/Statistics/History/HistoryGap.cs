using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.History;

/// <summary>A stretch of the history in which plays may be missing; an import closes it.</summary>
/// <param name="From">End of the last play known before it (UTC).</param>
/// <param name="To">End of the first play known after it (UTC).</param>
public sealed record HistoryGap(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The open ones of <paramref name="gaps"/> that end within a stretch of the history.</summary>
    /// <param name="gaps">Gaps of the listener.</param>
    /// <param name="oldest">End of the oldest play shown (UTC).</param>
    /// <param name="newest">End of the newest play shown (UTC).</param>
    public static IReadOnlyList<HistoryGap> Within(IEnumerable<Gap> gaps, DateTimeOffset oldest, DateTimeOffset newest) =>
        [.. gaps.Where(gap => gap.ClosedAt is null && gap.ToAt > oldest && gap.FromAt < newest).Select(gap => new HistoryGap(gap.FromAt, gap.ToAt))];
}
