using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.History;

namespace SpotifyDashboard.Overview;

/// <summary>One play of the live list.</summary>
/// <param name="Id">Number of the play.</param>
/// <param name="Title">The track; a placeholder where its title is unknown.</param>
/// <param name="Artist">Who made it.</param>
/// <param name="ImageUrl">The cover; null where unknown.</param>
/// <param name="EndedAt">When it stopped (UTC).</param>
/// <param name="IsCounted">Whether it counts by the listener's rule.</param>
public sealed record LatestPlay(long Id, string Title, string Artist, string? ImageUrl, DateTimeOffset EndedAt, bool IsCounted)
{
    /// <summary>The id by which addresses call the track.</summary>
    public required string TrackId { get; init; }

    /// <summary>The id by which addresses call the artist.</summary>
    public required string ArtistId { get; init; }

    /// <summary>An open gap between this play and the next newer one; null where there is none.</summary>
    public HistoryGap? GapAfter { get; init; }
}
