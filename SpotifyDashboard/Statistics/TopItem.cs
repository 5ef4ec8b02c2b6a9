using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics;

/// <summary>One row of a <see cref="TopList"/>.</summary>
/// <param name="Rank">1 for the first; every row has a rank of its own.</param>
/// <param name="PreviousRank">The rank in the stretch before; null where it was not played then or the period has no first day.</param>
/// <param name="Id">Spotify's id; without one, <c>name:</c> and a number for a track, the number for an artist or album; a genre's name.</param>
/// <param name="Name">Title or name; empty where unknown.</param>
/// <param name="Artist">The artist of a track or album; null for an artist or genre.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Ms">Milliseconds of the counted plays.</param>
public sealed record TopItem(int Rank, int? PreviousRank, string Id, string Name, string? Artist, int Plays, long Ms)
{
    /// <summary>Address of the cover or picture at Spotify; null while unknown.</summary>
    [JsonIgnore]
    public string? ImageUrl { get; init; }
}
