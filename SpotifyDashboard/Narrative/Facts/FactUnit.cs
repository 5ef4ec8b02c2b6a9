using System.Text.Json.Serialization;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>What the number of a fact counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FactUnit>))]
public enum FactUnit
{
    /// <summary>A bare number.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Counted plays.</summary>
    [JsonStringEnumMemberName("plays")]
    Plays,

    /// <summary>Minutes.</summary>
    [JsonStringEnumMemberName("minutes")]
    Minutes,

    /// <summary>Hours of time, not of the clock.</summary>
    [JsonStringEnumMemberName("hours")]
    Hours,

    /// <summary>Days.</summary>
    [JsonStringEnumMemberName("days")]
    Days,

    /// <summary>Weeks.</summary>
    [JsonStringEnumMemberName("weeks")]
    Weeks,

    /// <summary>Months.</summary>
    [JsonStringEnumMemberName("months")]
    Months,

    /// <summary>Tracks.</summary>
    [JsonStringEnumMemberName("tracks")]
    Tracks,

    /// <summary>Artists.</summary>
    [JsonStringEnumMemberName("artists")]
    Artists,

    /// <summary>Albums.</summary>
    [JsonStringEnumMemberName("albums")]
    Albums,

    /// <summary>Genres.</summary>
    [JsonStringEnumMemberName("genres")]
    Genres,

    /// <summary>Listening sessions.</summary>
    [JsonStringEnumMemberName("sessions")]
    Sessions,

    /// <summary>Moods.</summary>
    [JsonStringEnumMemberName("moods")]
    Moods,

    /// <summary>A share of a whole, 0 to 100.</summary>
    [JsonStringEnumMemberName("percent")]
    Percent,

    /// <summary>A signed difference of two shares.</summary>
    [JsonStringEnumMemberName("percentagePoints")]
    PercentagePoints,

    /// <summary>A signed change against the stretch before, in percent of that.</summary>
    [JsonStringEnumMemberName("percentChange")]
    PercentChange,

    /// <summary>How many times as much as something else.</summary>
    [JsonStringEnumMemberName("times")]
    Times,

    /// <summary>A place in a list, 1 first.</summary>
    [JsonStringEnumMemberName("rank")]
    Rank,

    /// <summary>A score of the dashboard's own, 0 to 100.</summary>
    [JsonStringEnumMemberName("score")]
    Score,

    /// <summary>An hour of the clock, 0 to 23.</summary>
    [JsonStringEnumMemberName("hourOfDay")]
    HourOfDay,

    /// <summary>A day of the week, 0 Monday to 6 Sunday.</summary>
    [JsonStringEnumMemberName("weekday")]
    Weekday,

    /// <summary>A calendar year.</summary>
    [JsonStringEnumMemberName("year")]
    Year,

    /// <summary>An audio feature in its raw unit.</summary>
    [JsonStringEnumMemberName("feature")]
    Feature,
}
