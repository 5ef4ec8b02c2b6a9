namespace SpotifyDashboard.Providers.Spotify;

/// <summary>What only some apps may do; learnt by trying once.</summary>
public enum SpotifyCapability
{
    /// <summary>Several tracks, albums or artists per call.</summary>
    BatchGet,

    /// <summary>Audio features.</summary>
    AudioFeatures,

    /// <summary>More than ten results per search.</summary>
    LongSearch,
}
