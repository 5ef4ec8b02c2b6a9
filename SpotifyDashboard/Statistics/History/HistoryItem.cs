using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics.History;

/// <summary>One play as the history shows it.</summary>
/// <param name="Id">Number of the play.</param>
/// <param name="StartedAt">When it began (UTC).</param>
/// <param name="EndedAt">When it stopped (UTC).</param>
/// <param name="MsPlayed">Milliseconds played.</param>
/// <param name="TrackId">The track it counts for: Spotify's id, or <c>name:</c> and a number where only its names are known.</param>
/// <param name="Title">The track's title; empty where unknown.</param>
/// <param name="Artist">Its artist.</param>
/// <param name="Album">Its album; null where unknown.</param>
/// <param name="Source">The most trusted source that saw the play: <c>ExtendedExport</c>, <c>Poll</c>, <c>AccountExport</c> or <c>Demo</c>.</param>
/// <param name="ContextUri">Playlist, album or artist it was played from; null where unknown.</param>
/// <param name="Counted">Whether it counts by the counting rule.</param>
public sealed record HistoryItem(
    long Id,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    int MsPlayed,
    string TrackId,
    string Title,
    string Artist,
    string? Album,
    string Source,
    string? ContextUri,
    bool Counted)
{
    /// <summary>Address of the cover at Spotify; null while unknown.</summary>
    [JsonIgnore]
    public string? ImageUrl { get; init; }

    /// <summary>The id by which addresses call the artist.</summary>
    [JsonIgnore]
    public string ArtistId { get; init; } = "";

    /// <summary>The id by which addresses call the album; null where it is unknown.</summary>
    [JsonIgnore]
    public string? AlbumId { get; init; }

    /// <summary>Whether the times or the length are estimated.</summary>
    [JsonPropertyName("estimated")]
    public bool IsEstimated { get; init; }
}
