namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Where recommended tracks come from.</summary>
public enum RecommendationKind
{
    /// <summary>The listener's own library: what they have not played for long.</summary>
    Own,

    /// <summary>Tracks that ReccoBeats suggested and that are not in the library.</summary>
    New,
}
