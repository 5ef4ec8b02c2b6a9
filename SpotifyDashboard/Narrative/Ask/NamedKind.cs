using System.Text.Json.Serialization;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>What a question names of the listener's library.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NamedKind>))]
public enum NamedKind
{
    /// <summary>An artist.</summary>
    [JsonStringEnumMemberName("artist")]
    Artist,

    /// <summary>A track.</summary>
    [JsonStringEnumMemberName("track")]
    Track,

    /// <summary>An album.</summary>
    [JsonStringEnumMemberName("album")]
    Album,

    /// <summary>A genre.</summary>
    [JsonStringEnumMemberName("genre")]
    Genre,
}
