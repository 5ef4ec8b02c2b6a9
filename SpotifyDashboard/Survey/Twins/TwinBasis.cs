namespace SpotifyDashboard.Survey.Twins;

/// <summary>By what respondents are compared.</summary>
public enum TwinBasis
{
    /// <summary>By how their songs sound.</summary>
    Sound,

    /// <summary>By sound, and by age, year, hours a day and listening time.</summary>
    Habits,
}
