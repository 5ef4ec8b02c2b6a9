using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>A recording played again and again within seven days.</summary>
/// <param name="Id">Spotify's id; without one <c>name:</c> and a number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">The artist.</param>
/// <param name="Plays">Counted plays in the seven days with most of them.</param>
/// <param name="From">Start of the first of them (UTC).</param>
/// <param name="To">Start of the last of them (UTC).</param>
public sealed record Obsession(string Id, string Name, string Artist, int Plays, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Address of the cover at Spotify; null while unknown.</summary>
    [JsonIgnore]
    public string? ImageUrl { get; init; }
}
