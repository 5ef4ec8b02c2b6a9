using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>What a <see cref="Milestone"/> counts.</summary>
[JsonConverter(typeof(MilestoneKindConverter))]
public enum MilestoneKind
{
    /// <summary>Counted plays.</summary>
    Plays,

    /// <summary>Hours that they sounded.</summary>
    Hours,

    /// <summary>Different recordings.</summary>
    Tracks,

    /// <summary>Different artists.</summary>
    Artists,
}
