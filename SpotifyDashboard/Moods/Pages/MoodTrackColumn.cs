namespace SpotifyDashboard.Moods.Pages;

/// <summary>What the tracks of a mood can be sorted by.</summary>
internal enum MoodTrackColumn
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The artist's name.</summary>
    Artist,

    /// <summary>Counted plays of the period.</summary>
    Plays,

    /// <summary>Distance from the centre.</summary>
    Distance,
}
