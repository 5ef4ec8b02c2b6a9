using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>A recording played on a day.</summary>
/// <param name="Id">Spotify's id; without one <c>name:</c> and a number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">The artist.</param>
/// <param name="Plays">Counted plays on that day.</param>
/// <param name="Ms">Their milliseconds.</param>
public sealed record TrackOnDay(string Id, string Name, string Artist, int Plays, long Ms)
{
    /// <summary>Address of the cover at Spotify; null while unknown.</summary>
    [JsonIgnore]
    public string? ImageUrl { get; init; }
}
