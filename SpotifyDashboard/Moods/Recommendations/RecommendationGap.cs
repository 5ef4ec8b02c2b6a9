namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>What is missing where nothing can be recommended.</summary>
public enum RecommendationGap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No track of the library says how it sounds.</summary>
    NoSound,

    /// <summary>No counted play of a track whose sound is known.</summary>
    NoPlays,
}
