namespace SpotifyDashboard.Statistics;

/// <summary>What a <see cref="TopList"/> ranks by.</summary>
public enum TopMeasure
{
    /// <summary>Number of counted plays; equal ones by time.</summary>
    Plays,

    /// <summary>Milliseconds of counted plays; equal ones by number.</summary>
    Time,
}
