namespace SpotifyDashboard.Listening;

/// <summary>Which plays count. Applied when reading, never when storing.</summary>
public enum CountingRule
{
    /// <summary>30 seconds or more, or at least half of a track whose length is known.</summary>
    Default,

    /// <summary>Every play, however short.</summary>
    All,

    /// <summary>Played to its end: the source said <c>trackdone</c> or, where it gives no reason, at least 95 % of a known length.</summary>
    Finished,
}
