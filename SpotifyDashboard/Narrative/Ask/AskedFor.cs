using System.Text.Json.Serialization;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>What a question wants to know.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AskedFor>))]
public enum AskedFor
{
    /// <summary>The artists played most.</summary>
    [JsonStringEnumMemberName("artists")]
    Artists,

    /// <summary>The tracks played most.</summary>
    [JsonStringEnumMemberName("tracks")]
    Tracks,

    /// <summary>The albums played most.</summary>
    [JsonStringEnumMemberName("albums")]
    Albums,

    /// <summary>The genres played most.</summary>
    [JsonStringEnumMemberName("genres")]
    Genres,

    /// <summary>How much and how often.</summary>
    [JsonStringEnumMemberName("amount")]
    Amount,

    /// <summary>When for the first time; what was new.</summary>
    [JsonStringEnumMemberName("first")]
    First,

    /// <summary>When for the last time.</summary>
    [JsonStringEnumMemberName("last")]
    Last,

    /// <summary>At what hours and on what days.</summary>
    [JsonStringEnumMemberName("when")]
    When,

    /// <summary>Moods.</summary>
    [JsonStringEnumMemberName("moods")]
    Moods,

    /// <summary>Listening without a break.</summary>
    [JsonStringEnumMemberName("sessions")]
    Sessions,

    /// <summary>Days in a row.</summary>
    [JsonStringEnumMemberName("streaks")]
    Streaks,
}
