using System.Text.Json.Serialization;

namespace SpotifyDashboard.Narrative;

/// <summary>What became of a fact between two stories.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FactChangeKind>))]
public enum FactChangeKind
{
    /// <summary>Both have it, and it says the same.</summary>
    [JsonStringEnumMemberName("same")]
    Same,

    /// <summary>Both have it, and it says something else.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>Only the later one has it.</summary>
    [JsonStringEnumMemberName("came")]
    Came,

    /// <summary>Only the earlier one has it.</summary>
    [JsonStringEnumMemberName("went")]
    Went,
}
