using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>A recording or artist first played in a period.</summary>
/// <param name="Id">Spotify's id; without one, <c>name:</c> and a number for a track, the number for an artist.</param>
/// <param name="Name">Title or name.</param>
/// <param name="Artist">The artist of a track; null for an artist.</param>
/// <param name="FirstPlayedAt">Start of the first counted play (UTC).</param>
/// <param name="Plays">Counted plays within the period.</param>
/// <param name="Ms">Their milliseconds.</param>
public sealed record NewItem(string Id, string Name, string? Artist, DateTimeOffset FirstPlayedAt, int Plays, long Ms)
{
    /// <summary>Address of the cover or picture at Spotify; null while unknown.</summary>
    [JsonIgnore]
    public string? ImageUrl { get; init; }
}
