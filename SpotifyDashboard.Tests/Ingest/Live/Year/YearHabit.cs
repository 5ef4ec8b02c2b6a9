namespace SpotifyDashboard.Tests.Ingest.Live.Year;

/// <summary>How somebody listens through a year.</summary>
internal enum YearHabit
{
    /// <summary>Most of the day, every day.</summary>
    Heavy,

    /// <summary>To work and back.</summary>
    Commuter,

    /// <summary>From ten at night to six.</summary>
    NightShift,

    /// <summary>A little each day, and parties at which tracks are skipped after half a minute.</summary>
    Skipper,

    /// <summary>An hour once a week, whenever.</summary>
    Rare,
}
