namespace SpotifyDashboard.Moods;

/// <summary>How much a track pulls at the centre of its mood. Scaling, components and silhouette never use weights.</summary>
public enum MoodWeight
{
    /// <summary>Every track alike.</summary>
    None,

    /// <summary>By its counted plays in the period.</summary>
    Plays,
}
