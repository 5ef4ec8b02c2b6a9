using System.Text.Json.Serialization;

namespace SpotifyDashboard.Narrative;

/// <summary>How a story came about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NarrativeOccasion>))]
public enum NarrativeOccasion
{
    /// <summary>It was asked for.</summary>
    [JsonStringEnumMemberName("hand")]
    Hand,

    /// <summary>A week, Monday to Sunday, had ended.</summary>
    [JsonStringEnumMemberName("weekly")]
    Weekly,

    /// <summary>A calendar month had ended.</summary>
    [JsonStringEnumMemberName("monthly")]
    Monthly,

    /// <summary>A calendar year had ended.</summary>
    [JsonStringEnumMemberName("yearly")]
    Yearly,
}
