using System.Text.Json.Serialization;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>Something of the listener's that is like what a page is about.</summary>
/// <param name="Id">Its public id.</param>
/// <param name="Name">Title or name.</param>
/// <param name="Artist">The artist of a track or album; null for an artist.</param>
/// <param name="Similarity">For tracks and albums the cosine of their sound, −1 to 1; for artists the mean of genres and sound, 0 to 1.</param>
public sealed record SimilarItem(string Id, string Name, string? Artist, double Similarity)
{
    /// <summary>Address of the cover or picture; null while unknown.</summary>
    [JsonIgnore]
    public string? ImageUrl { get; init; }

    /// <summary>In what a track is like it and in what not, in words; null for others.</summary>
    [JsonIgnore]
    public string? Reason { get; init; }
}
