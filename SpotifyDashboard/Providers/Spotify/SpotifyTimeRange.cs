namespace SpotifyDashboard.Providers.Spotify;

/// <summary>The stretch behind a top list of Spotify's.</summary>
public enum SpotifyTimeRange
{
    /// <summary>About four weeks.</summary>
    ShortTerm,

    /// <summary>About six months.</summary>
    MediumTerm,

    /// <summary>About a year.</summary>
    LongTerm,
}
