using System.Text.Json.Serialization;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>A track that is recommended, and why.</summary>
/// <param name="TrackId">Its public id.</param>
/// <param name="Title">The title; empty while unknown.</param>
/// <param name="Artist">The artist's name.</param>
/// <param name="Score">0 to 1: how well it fits, see docs/statistics.md. The list is ordered so that neighbours differ, so the score need not fall.</param>
/// <param name="Reason">Why, in sentences that are true by the numbers.</param>
public sealed record Recommendation(string TrackId, string Title, string Artist, double Score, string Reason)
{
    /// <summary>An example for the API's description.</summary>
    internal const string Example =
        """
        [ { "trackId": "0aFakeTrack00000000001", "title": "Glass Harbour", "artist": "Nordlys Kollektiv", "score": 0.71,
            "reason": "You played it 34 times between March and May 2024, not once since June 2024. As energetic as “Slow Ferry”, less acoustic than “Tidvatten”." } ]
        """;

    /// <summary>Address of the cover; null while unknown.</summary>
    [JsonIgnore]
    public string? ImageUrl { get; init; }

    /// <summary>Whether it has a thumb up.</summary>
    [JsonIgnore]
    public bool IsLiked { get; init; }

    /// <summary>Whether it is a track of the library, which has a page.</summary>
    [JsonIgnore]
    public bool HasPage { get; init; }

    /// <summary>How it sounds beside what is played now.</summary>
    [JsonIgnore]
    public IReadOnlyList<ComparedFeature> Sound { get; init; } = [];
}
