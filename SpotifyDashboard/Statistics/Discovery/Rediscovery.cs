using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>A favourite that one came back to.</summary>
/// <param name="Id">Spotify's id; without one <c>name:</c> and a number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">The artist.</param>
/// <param name="LastBefore">Start of the last counted play before the return (UTC).</param>
/// <param name="ReturnedAt">Start of the first returning play in the period (UTC).</param>
/// <param name="DaysAway">Whole days of 24 hours between the two.</param>
/// <param name="PlaysBefore">Counted plays before the return.</param>
/// <param name="PlaysSince">Counted plays from the return on, within the period.</param>
public sealed record Rediscovery(string Id, string Name, string Artist, DateTimeOffset LastBefore, DateTimeOffset ReturnedAt, int DaysAway, int PlaysBefore, int PlaysSince)
{
    /// <summary>Address of the cover at Spotify; null while unknown.</summary>
    [JsonIgnore]
    public string? ImageUrl { get; init; }
}
