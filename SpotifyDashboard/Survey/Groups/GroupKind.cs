namespace SpotifyDashboard.Survey.Groups;

/// <summary>The answer by which respondents are grouped.</summary>
public enum GroupKind
{
    /// <summary>Subject of study.</summary>
    Major,

    /// <summary>Academic year.</summary>
    Year,

    /// <summary>Where they come from.</summary>
    Hometown,
}
