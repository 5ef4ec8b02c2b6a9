using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics.Top20;

/// <summary>One place of a top 20.</summary>
/// <param name="Rank">1 for the first.</param>
/// <param name="Name">Title or name; empty where unknown.</param>
/// <param name="Artist">The artist of a track or album; null for an artist.</param>
/// <param name="Album">The album of a track; null where unknown, and for artists and albums.</param>
/// <param name="Popularity">0 to 100, as ReccoBeats tells it of a track; null where unknown, and for artists and albums.</param>
/// <param name="Plays">Counted plays in the stretch, also in Spotify's list, which tells none.</param>
/// <param name="Ms">Milliseconds of these plays.</param>
public sealed record Top20Row(int Rank, string Name, string? Artist, string? Album, int? Popularity, int Plays, long Ms)
{
    /// <summary>An example for the API description.</summary>
    internal const string Example =
        """
        [ { "rank": 1, "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "album": "Tidvatten", "popularity": 41, "plays": 21, "ms": 4487000 } ]
        """;

    /// <summary>The dashboard's own page of it; null where there is none.</summary>
    [JsonIgnore]
    public string? Href { get; init; }

    /// <summary>Address of the cover or picture at Spotify; null while unknown.</summary>
    [JsonIgnore]
    public string? ImageUrl { get; init; }

    /// <summary>In the own list the rank in the stretch before, in Spotify's list the rank in the own one; null where it has none.</summary>
    [JsonIgnore]
    public int? OtherRank { get; init; }

    /// <summary>Counted plays in the stretch before; 0 where there is none.</summary>
    [JsonIgnore]
    public int PlaysBefore { get; init; }
}
