namespace SpotifyDashboard.Moods;

/// <summary>Which tracks a mood map shows.</summary>
public enum MoodScope
{
    /// <summary>Every track played, saved or imported.</summary>
    Library,

    /// <summary>Tracks with a counted play in the period.</summary>
    Period,
}
