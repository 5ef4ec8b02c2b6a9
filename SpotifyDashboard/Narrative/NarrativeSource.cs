using System.Text.Json.Serialization;

namespace SpotifyDashboard.Narrative;

/// <summary>Who wrote a story.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NarrativeSource>))]
public enum NarrativeSource
{
    /// <summary>The template of this dashboard.</summary>
    [JsonStringEnumMemberName("template")]
    Template,

    /// <summary>A language model.</summary>
    [JsonStringEnumMemberName("model")]
    Model,
}
