namespace SpotifyDashboard.Statistics.Time;

/// <summary>How long the stretches of a <see cref="Trend"/> are.</summary>
public enum TrendBucket
{
    /// <summary>Hours of the local clock, 24 for each day.</summary>
    Hour,

    /// <summary>Local days.</summary>
    Day,

    /// <summary>Weeks that begin on Monday.</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar years.</summary>
    Year,
}
