using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>A recording played often and then no more.</summary>
/// <param name="Id">Spotify's id; without one <c>name:</c> and a number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">The artist.</param>
/// <param name="Plays">Counted plays up to the end of the period.</param>
/// <param name="Ms">Their milliseconds.</param>
/// <param name="FirstPlayedAt">Start of the first of them (UTC).</param>
/// <param name="LastPlayedAt">Start of the last of them (UTC).</param>
public sealed record ForgottenFavourite(string Id, string Name, string Artist, int Plays, long Ms, DateTimeOffset FirstPlayedAt, DateTimeOffset LastPlayedAt)
{
    /// <summary>Address of the cover at Spotify; null while unknown.</summary>
    [JsonIgnore]
    public string? ImageUrl { get; init; }
}
