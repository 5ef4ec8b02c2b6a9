using System.Text.Json.Serialization;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>How a story speaks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NarrativeTone>))]
public enum NarrativeTone
{
    /// <summary>Plain and friendly, as a good analyst writes.</summary>
    [JsonStringEnumMemberName("professional")]
    Professional,

    /// <summary>Dry, with a raised eyebrow.</summary>
    [JsonStringEnumMemberName("sarcastic")]
    Sarcastic,

    /// <summary>Merciless about the listening, never about the person.</summary>
    [JsonStringEnumMemberName("roast")]
    Roast,
}
