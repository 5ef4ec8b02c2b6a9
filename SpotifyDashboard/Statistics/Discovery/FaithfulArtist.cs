using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>An artist who was played month after month.</summary>
/// <param name="Id">Spotify's id, or a number.</param>
/// <param name="Name">The name.</param>
/// <param name="Months">Local months with a counted play.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Ms">Their milliseconds.</param>
public sealed record FaithfulArtist(string Id, string Name, int Months, int Plays, long Ms)
{
    /// <summary>Address of a picture at Spotify; null while unknown.</summary>
    [JsonIgnore]
    public string? ImageUrl { get; init; }
}
